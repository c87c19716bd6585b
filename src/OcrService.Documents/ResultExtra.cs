using OcrService.Documents.Fields;
using OcrService.Documents.Pages;

namespace OcrService.Documents;

/// <summary>A part of the answer that is made from the picture when a switch asks for it.</summary>
/// <param name="Option">The switch.</param>
/// <param name="Field">What it adds to the answer; extras of one object share the object's name and have a member each.</param>
/// <param name="Make">Makes its node; null when there is nothing to give.</param>
public sealed record ResultExtra(SwitchOption Option, WireField Field, Func<SeenCard, ResultNode?> Make)
{
    /// <summary>The checks that it needs.</summary>
    public CardChecks Checks { get; init; }
}

/// <summary>A document on its picture, as far as extras need it.</summary>
public sealed class SeenCard
{
    private readonly Lazy<Quad?> _portrait;
    private readonly Lazy<CardInspection> _inspection;

    internal SeenCard(IPicture picture, DocumentSide side, DocumentFrame frame, IReadOnlyList<FieldValue> values, CardChecks checks)
    {
        Picture = picture;
        Frame = frame;
        Values = values;
        _portrait = new(() => side.Portrait is { } r && frame.ToPixels(r.X, r.Y, r.X + r.Width, r.Y + r.Height) is var region
            ? picture.FindPortrait(region) ?? region
            : null);
        _inspection = new(() => picture.Inspect(frame.Quad, _portrait.Value, checks));
    }

    public IPicture Picture { get; }

    public DocumentFrame Frame { get; }

    public IReadOnlyList<FieldValue> Values { get; }

    /// <summary>The main portrait; null on a side without.</summary>
    public Quad? Portrait => _portrait.Value;

    /// <summary>What the pixels say, of the checks that the request asked for.</summary>
    public CardInspection Inspection => _inspection.Value;
}
