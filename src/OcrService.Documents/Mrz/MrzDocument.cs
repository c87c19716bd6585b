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

    /// <summary>The holder's Han name: GBK in letters (<see cref="ChineseNameCode"/>), on cards of 1999 telegraph codes of four digits.</summary>
    NameCode,

    /// <summary>Cells of Chinese permits that tell whether a name was cut off.</summary>
    NameFlags,

    /// <summary>How often a Chinese permit was renewed, two digits.</summary>
    Renewals,

    /// <summary>The number of the holder's identity card at home, on Chinese permits; a check character without brackets.</summary>
    IdentityNumber,

    /// <summary>The first two digits of the birth year on Chinese permits: A or 0 = 18, B or 1 = 19, C or 2 = 20.</summary>
    BirthCentury,
    ExpiryCentury,

    /// <summary>First four digits of the issuing division (GB/T 2260), on Chinese permits.</summary>
    IssuePlace,
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
/// <param name="Format">TD1, TD2, TD3, MRV-A, MRV-B, FRA-ID, or the code of a Chinese permit: CS, CD, CR, CT, CF, C&lt;.</param>
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
    /// <summary>What it cost that the readers saw rows of another length, in nats.</summary>
    internal float EditCost { get; init; }

    /// <summary>The quad around the lines, its first edge along the first line; null when the zone was given as text.</summary>
    public Quad? Quad => LineQuads.Count == 0
        ? null
        : new Quad(LineQuads[0].TopLeft, LineQuads[0].TopRight, LineQuads[^1].BottomRight, LineQuads[^1].BottomLeft);

    /// <summary>Value of a field, empty when the format or the document has none.</summary>
    public string this[MrzFieldName name] => Fields.TryGetValue(name, out MrzField? field) ? field.Value : "";

    /// <summary>
    /// The document's birth date, in the century that the document gives; without one the latest reading of its two-digit year that is
    /// not after the day. Null when it is no date.
    /// </summary>
    public DateOnly? BirthDate(DateOnly today) => Century(MrzFieldName.BirthCentury) is { } century
        ? ShortYears.In(century, this[MrzFieldName.BirthDate])
        : ShortYears.Birth(this[MrzFieldName.BirthDate], today);

    /// <summary>
    /// The document's expiry date, in the century that the document gives; without one within 50 years before and 49 years after the day.
    /// Null when it is no date.
    /// </summary>
    public DateOnly? ExpiryDate(DateOnly today) => Century(MrzFieldName.ExpiryCentury) is { } century
        ? ShortYears.In(century, this[MrzFieldName.ExpiryDate])
        : ShortYears.Expiry(this[MrzFieldName.ExpiryDate], today);

    /// <summary>True when the name range is full to its last cell, so that the printed name may be longer.</summary>
    public bool NameMayBeCut => Fields.TryGetValue(MrzFieldName.Names, out MrzField? names) && !names.Raw.EndsWith('<');

    private int? Century(MrzFieldName name) => this[name] switch { "A" or "0" => 18, "B" or "1" => 19, "C" or "2" => 20, _ => null };
}
