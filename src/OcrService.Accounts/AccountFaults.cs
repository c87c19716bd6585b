using OcrService.Documents;

namespace OcrService.Accounts;

/// <summary>Why a caller is not let in, or not served although he is who he says.</summary>
public static class AccountFaults
{
    /// <summary>No credentials at all.</summary>
    public static readonly Fault CredentialsMissing = new("account.credentials_missing");

    /// <summary>The token is not one of ours.</summary>
    public static readonly Fault TokenUnreadable = new("account.token_unreadable");

    /// <summary>The token's time is over.</summary>
    public static readonly Fault TokenExpired = new("account.token_expired");

    /// <summary>The token's user has a new password, or is disabled or gone.</summary>
    public static readonly Fault TokenRevoked = new("account.token_revoked");

    /// <summary>The token is scoped to a domain where a project is needed.</summary>
    public static readonly Fault TokenWithoutProject = new("account.token_without_project");

    /// <summary>No such access key, or it is disabled, or its user is.</summary>
    public static readonly Fault KeyUnknown = new("account.key_unknown");

    /// <summary>Too many failures in a row with this key from this address.</summary>
    public static readonly Fault KeyLocked = new("account.key_locked");

    /// <summary>The signature is wrong, stale, or was seen before.</summary>
    public static readonly Fault SignatureInvalid = new("account.signature_invalid");

    /// <summary>The caller may not do this, or not in this project.</summary>
    public static readonly Fault Denied = new("account.denied");

    /// <summary>The project has not enabled the API.</summary>
    public static readonly Fault NotSubscribed = new("account.not_subscribed");

    /// <summary>More calls in this minute than allowed.</summary>
    public static readonly Fault Throttled = new("account.throttled");

    /// <summary>Free allowance and packages are used up, and the project does not pay per use.</summary>
    public static readonly Fault QuotaExhausted = new("account.quota_exhausted");

    /// <summary>User name or password is wrong.</summary>
    public static readonly Fault PasswordWrong = new("account.password_wrong");

    /// <summary>More passwords to check than the service takes on at once.</summary>
    public static readonly Fault Busy = new("account.busy");

    /// <summary>The database is away, and the request needs it: its caller was not seen lately, or it asks for more than a reading.</summary>
    public static readonly Fault DatabaseAway = new("account.database_away");

    /// <summary>What the path or the body names does not exist.</summary>
    public static readonly Fault NotFound = new("account.not_found");

    /// <summary>The name is taken.</summary>
    public static readonly Fault Exists = new("account.exists");

    /// <summary>A value that cannot be.</summary>
    public static readonly Fault Invalid = new("account.invalid");
}
