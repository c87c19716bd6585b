using OcrService.Api.Contract;
using OcrService.Recognition.Imaging;

namespace OcrService.Api.Telemetry;

/// <summary>What is worth telling about a request when it is over. Names and numbers only: no pixels, texts, urls or tokens.</summary>
internal sealed class RequestNotes
{
    public string? Api { get; set; }

    /// <summary>Id of the user, once his credentials hold.</summary>
    public string? User { get; set; }

    /// <summary>Id of the project, once it is known to be the caller's.</summary>
    public string? Project { get; set; }

    public string? ErrorCode { get; private set; }

    public string? Fault { get; private set; }

    public ErrorCategory? Category { get; private set; }

    public AdmittedImage? Image { get; private set; }

    /// <summary>Time spent reading the body from the network.</summary>
    public TimeSpan Receipt { get; set; }

    /// <summary>Time spent going through the body's JSON.</summary>
    public TimeSpan Parsing { get; set; }

    /// <summary>Time spent taking in the picture: download or decoding of the text.</summary>
    public TimeSpan Intake { get; set; }

    /// <summary>Time spent waiting for and in recognition.</summary>
    public TimeSpan Recognition { get; set; }

    /// <summary>Time spent writing the answer and handing it to the network.</summary>
    public TimeSpan Answer { get; set; }

    public static RequestNotes Of(HttpContext context)
    {
        if (context.Features.Get<RequestNotes>() is { } notes)
            return notes;

        notes = new RequestNotes();
        context.Features.Set(notes);
        return notes;
    }

    public void Refused(ErrorEntry entry)
    {
        Fault = entry.Fault.Name;
        ErrorCode = entry.Code;
        Category = entry.Category;
    }

    public void Admitted(AdmittedImage image) => Image = image with { File = default };
}
