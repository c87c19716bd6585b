namespace OcrService.Accounts;

/// <summary>Accounts cannot start. The message says why, for who started the service: what is wrong, and which setting to look at.</summary>
public sealed class AccountsStartException(string message, Exception? cause = null) : InvalidOperationException(message, cause);
