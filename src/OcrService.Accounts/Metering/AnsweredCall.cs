namespace OcrService.Accounts.Metering;

/// <summary>An answered call.</summary>
/// <param name="ProjectId">The project in whose name it was made.</param>
/// <param name="Api">Name of the API, for example <c>web-image</c>.</param>
/// <param name="Outcome"><see cref="Success"/>, or the error code, or <see cref="ClientGone"/>.</param>
public readonly record struct AnsweredCall(string ProjectId, string Api, string Outcome)
{
    public const string Success = "200";

    public const string ClientGone = "client_gone";

    /// <summary>Only successful calls are paid for.</summary>
    public bool IsBillable => Outcome == Success;
}
