using OcrService.Documents.Fields;

namespace OcrService.Recognition;

/// <summary>What to look for on a picture.</summary>
public sealed record ReadingPlan
{
    /// <summary>Find the page's own turn, any angle, and read it as if it stood upright. Off: the picture is taken as it is.</summary>
    public bool DetectDirection { get; init; }

    /// <summary>Judge every line's own direction (upside down, sideways). Off: all text is taken as upright and horizontal.</summary>
    public bool DetectTextDirection { get; init; } = true;

    /// <summary>Look for machine readable zones and read them with their own alphabet.</summary>
    public bool FindMrz { get; init; }

    /// <summary>Take a single row for a zone as well, as the Chinese exit-entry permits have it. Counts only together with <see cref="FindMrz"/>.</summary>
    public bool FindSingleMrzRow { get; init; }

    /// <summary>The writing that the page is known to be in beside Latin letters, when it is one that needs a reader of its own; null when nothing is known.</summary>
    public FieldScript? Writing { get; init; }
}
