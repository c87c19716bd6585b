namespace OcrService.Accounts.Identity;

/// <summary>What a user may do; each role includes the ones before it.</summary>
public enum Role
{
    /// <summary>May look at usage, packages, statements and own keys.</summary>
    ReadOnly,

    /// <summary>May call the APIs and manage the domain's keys, users and projects.</summary>
    FullAccess,

    /// <summary>Runs the service: opens domains, sells packages, reads the audit trail.</summary>
    Operator,
}
