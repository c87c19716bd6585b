namespace OcrService.Accounts.Metering;

/// <summary>An answered call.</summary>
/// <param name="ProjectId">The project in whose name it was made.</param>
/// <param name="Api">Name of the API, for example <c>web-image</c>.</param>
/// <param name="Outcome"><see cref="Success"/>, or the error code, or <see cref="Unanswered"/>.</param>
public readonly record struct AnsweredCall(string ProjectId, string Api, string Outcome)
{
    public const string Success = "200";

    /// <summary>The client left or its message broke off before there was an answer.</summary>
    public const string Unanswered = "unanswered";

    /// <summary>Only successful calls are paid for.</summary>
    public bool IsBillable => Outcome == Success;
}
