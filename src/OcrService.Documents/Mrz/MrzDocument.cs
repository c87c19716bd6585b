using OcrService.Documents.Pages;
using OcrService.Documents.Values;

namespace OcrService.Documents.Mrz;

/// <summary>Fields of machine readable zones.</summary>
public enum MrzFieldName
{
    DocumentCode,
    Issuer,
    Number,
    Nationality,
    BirthDate,
    Sex,
    ExpiryDate,
    Optional,
    Optional2,

    /// <summary>Surname and given names as they stand in one range.</summary>
    Names,
    Surname,
    GivenNames,
}

/// <summary>What a field's own check digit says.</summary>
public enum MrzCheck
{
    /// <summary>The field has none.</summary>
    None,
    Passed,
    Failed,
}

/// <summary>One field of a machine readable zone.</summary>
/// <param name="Name">Which field.</param>
/// <param name="Raw">Its cells as printed, fillers included.</param>
/// <param name="Value">Raw without padding; inner fillers are one space in names and states, and stay in numbers.</param>
/// <param name="Line">Line of the zone, from 0.</param>
/// <param name="Start">First cell, from 0.</param>
/// <param name="Probability">Mean probability of its characters as the readers gave them, 0 to 1.</param>
/// <param name="Check">What its check digit says.</param>
/// <param name="Corrected">Cells of the line whose character is not the one the readers liked best.</param>
public sealed record MrzField(
    MrzFieldName Name, string Raw, string Value, int Line, int Start, float Probability, MrzCheck Check, IReadOnlyList<int> Corrected)
{
    /// <summary>Probability raised by a passed check digit, lowered by a failed one and by every corrected cell; 0 to 1.</summary>
    public float Confidence
    {
        get
        {
            float judged = Check switch
            {
                MrzCheck.Passed => 1 - ((1 - Probability) * 0.3f),
                MrzCheck.Failed => Probability * 0.5f,
                _ => Probability,
            };
            return judged * MathF.Pow(0.97f, Corrected.Count);
        }
    }
}

/// <summary>A machine readable zone that was understood.</summary>
/// <param name="Format">TD1, TD2, TD3, MRV-A, MRV-B or FRA-ID.</param>
/// <param name="Lines">The lines, each of legal length.</param>
/// <param name="Fields">The fields; a format need not have all of them.</param>
/// <param name="Composite">What the check digit over several fields says.</param>
/// <param name="Plausibility">How much this looks like a document rather than other text, 0 to 1. Comparable between zones of one picture.</param>
/// <param name="LineQuads">Places of the lines; empty when the zone was given as text.</param>
public sealed record MrzDocument(
    string Format,
    IReadOnlyList<string> Lines,
    IReadOnlyDictionary<MrzFieldName, MrzField> Fields,
    MrzCheck Composite,
    float Plausibility,
    IReadOnlyList<Quad> LineQuads)
{
    /// <summary>The quad around the lines, its first edge along the first line; null when the zone was given as text.</summary>
    public Quad? Quad => LineQuads.Count == 0
        ? null
        : new Quad(LineQuads[0].TopLeft, LineQuads[0].TopRight, LineQuads[^1].BottomRight, LineQuads[^1].BottomLeft);

    /// <summary>Value of a field, empty when the format or the document has none.</summary>
    public string this[MrzFieldName name] => Fields.TryGetValue(name, out MrzField? field) ? field.Value : "";

    /// <summary>The document's birth date: the latest reading of its two-digit year that is not after the day; null when it is no date.</summary>
    public DateOnly? BirthDate(DateOnly today) => ShortYears.Birth(this[MrzFieldName.BirthDate], today);

    /// <summary>The document's expiry date: within 50 years before and 49 years after the day; null when it is no date.</summary>
    public DateOnly? ExpiryDate(DateOnly today) => ShortYears.Expiry(this[MrzFieldName.ExpiryDate], today);

    /// <summary>True when the name range is full to its last cell, so that the printed name may be longer.</summary>
    public bool NameMayBeCut => Fields.TryGetValue(MrzFieldName.Names, out MrzField? names) && !names.Raw.EndsWith('<');
}
