using System.Text.Json;
using OcrService.Api.Contract;
using OcrService.Documents;
using OcrService.Documents.Pages;
using OcrService.Recognition;
using OcrService.Recognition.Imaging;

namespace OcrService.Api.Endpoints;

/// <summary>Writes the answer of a successful call, the whole object.</summary>
internal delegate void OcrAnswer(Utf8JsonWriter writer);

/// <summary>One OCR endpoint: what it accepts, what it looks for, what it makes of a page. The way a request takes is the same for all.</summary>
internal abstract class OcrApi
{
    /// <summary>Last part of the path, for example <c>web-image</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The operation's name in the SDKs.</summary>
    public abstract string Operation { get; }

    public abstract string Summary { get; }

    public abstract string Description { get; }

    public abstract ImageLimits Limits { get; }

    /// <summary>Members of the request body beside image and url.</summary>
    public abstract IReadOnlyList<Parameter> Parameters { get; }

    public abstract ReadingPlan PlanFor(OcrRequest request);

    /// <summary>Makes the answer of what was read, or names why there is none.</summary>
    public abstract Outcome<OcrAnswer> Answer(OcrRequest request, Page page, IPicture picture);
}
