using OcrService.Documents.Fields;
using OcrService.Documents.Finding;
using OcrService.Documents.Pages;

namespace OcrService.Documents;

/// <summary>Settings of all document types.</summary>
public sealed record DocumentOptions
{
    /// <summary>A document that covers less of the picture is refused as too small. A fraction, 0 to 1; default 0.25.</summary>
    public float MinimumDocumentShare { get; init; } = 0.25f;
}

/// <summary>What a caller asked for beside the picture.</summary>
/// <param name="Today">The day of the request, by which two-digit years are understood.</param>
public sealed record DocumentRequest(DateOnly Today)
{
    /// <summary>The options given, by wire name: a text for a choice, null for a switch that is on. The HTTP layer has refused illegal ones.</summary>
    public IReadOnlyDictionary<string, string?> Options { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>The chosen text; null when the request does not say.</summary>
    public string? Of(ChoiceOption option)
    {
        ArgumentNullException.ThrowIfNull(option);
        return Options.GetValueOrDefault(option.Name);
    }

    /// <summary>Whether a switch is on.</summary>
    public bool Of(SwitchOption option)
    {
        ArgumentNullException.ThrowIfNull(option);
        return Options.ContainsKey(option.Name);
    }
}

/// <summary>Why there is no result.</summary>
public static class DocumentFaults
{
    /// <summary>No document of this type on the picture, or another document.</summary>
    public static readonly Fault NotFound = new("document.not_found");

    /// <summary>The document covers less of the picture than <see cref="DocumentOptions.MinimumDocumentShare"/>.</summary>
    public static readonly Fault TooSmall = new("document.too_small");
}

/// <summary>
/// Base of every declaration: a sealed class in this assembly with a parameterless constructor is found at start and becomes an
/// endpoint. The name is the last part of its route.
/// </summary>
public abstract class DocumentType
{
    private readonly Lazy<IReadOnlyList<DocumentSide>> _sides;

    protected DocumentType(string name)
    {
        Name = name;
        _sides = new Lazy<IReadOnlyList<DocumentSide>>(() => [.. Define()]);
    }

    /// <summary>Last part of the route, for example <c>passport</c>.</summary>
    public string Name { get; }

    /// <summary>What callers see of it.</summary>
    public abstract DocumentContract Contract { get; }

    /// <summary>The writing that the document is printed in beside Latin letters, when recognition needs a reader of its own for it.</summary>
    public virtual FieldScript? Writing => null;

    /// <summary>Whether recognition has to look for machine readable zones.</summary>
    public abstract bool NeedsMrz { get; }

    /// <summary>Whether its zone may be a single row, which is harder to tell from other text.</summary>
    public virtual bool HasSingleMrzRow => false;

    /// <summary>The sides or variants with their fields.</summary>
    public IReadOnlyList<DocumentSide> Sides => _sides.Value;

    /// <summary>Finds the document on a page and fills its fields; or <see cref="DocumentFaults"/>.</summary>
    public abstract Outcome<DocumentResult> Extract(Page page, IPicture picture, DocumentRequest request, DocumentOptions options);

    /// <summary>The tables, made once.</summary>
    protected abstract IEnumerable<DocumentSide> Define();

    /// <summary>A field's value as it goes on the wire; unchanged unless the request asks for another encoding.</summary>
    protected internal virtual string Write(FieldDefinition field, string value, DocumentRequest request) => value;

    /// <summary>Fills a side of the document that was found, provided that it is large enough on the picture.</summary>
    private protected Outcome<DocumentResult> Fill(FoundCard card, Page page, IPicture picture, DocumentRequest request, DocumentOptions options)
    {
        // Text without fixed places tells where the card is, but not how far it goes beyond.
        float unseen = card.Side.IsFreeForm ? 1.5f : 1;
        if (card.Frame.ShareOf(page.Width, page.Height) * unseen < options.MinimumDocumentShare)
        {
            return DocumentFaults.TooSmall;
        }

        IReadOnlyList<FieldValue> values = FieldExtractor.Extract(card, page, picture, request.Today);
        ResultExtra[] asked = [.. Contract.Extras.Where(e => request.Of(e.Option))];
        var seen = new SeenCard(picture, card.Side, card.Frame, values, asked.Aggregate(CardChecks.None, (all, e) => all | e.Checks));
        return DocumentResult.Of(this, card.Side, values, asked.Select(e => e.Make(seen)).OfType<ResultNode>(), request, card.Frame);
    }

    internal IEnumerable<string> Problems()
    {
        HashSet<string> documented = [.. Contract.Keys], declared = [.. Sides.SelectMany(s => s.Fields).Select(f => f.Key)];
        return Sides
            .SelectMany(side => side.Problems().Select(problem => $"Document type '{Name}', side '{side.Name}': {problem}."))
            .Concat(Sides.GroupBy(s => s.Name, StringComparer.Ordinal).Where(g => g.Count() > 1)
                .Select(g => $"Document type '{Name}': side '{g.Key}' is declared {g.Count()} times."))
            .Concat(declared.Except(documented).Order(StringComparer.Ordinal).Select(key => $"Document type '{Name}': field '{key}' is not in the contract."))
            .Concat(documented.Except(declared).Order(StringComparer.Ordinal).Select(key => $"Document type '{Name}': no side fills the field '{key}' of the contract."));
    }
}
