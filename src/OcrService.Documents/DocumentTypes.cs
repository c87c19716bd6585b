using System.Reflection;

namespace OcrService.Documents;

/// <summary>All document types, found once and checked at start.</summary>
public sealed class DocumentTypes
{
    private readonly Dictionary<string, DocumentType> _byName;

    /// <summary>Takes the given types.</summary>
    /// <exception cref="InvalidOperationException">Two types share a name, or a table is wrong; the message names type and field.</exception>
    public DocumentTypes(IEnumerable<DocumentType> types)
    {
        All = [.. types.OrderBy(t => t.Name, StringComparer.Ordinal)];
        string[] problems =
        [
            .. All.GroupBy(t => t.Name, StringComparer.Ordinal).Where(g => g.Count() > 1)
                .Select(g => $"Document type '{g.Key}' is declared {g.Count()} times."),
            .. All.SelectMany(t => t.Problems()),
        ];
        if (problems.Length > 0)
        {
            throw new InvalidOperationException(string.Join(' ', problems));
        }

        _byName = All.ToDictionary(t => t.Name, StringComparer.Ordinal);
    }

    /// <summary>The types by name.</summary>
    public IReadOnlyList<DocumentType> All { get; }

    /// <summary>The sealed document types of this assembly.</summary>
    public static DocumentTypes Discover() => new(
        typeof(DocumentType).Assembly.GetTypes()
            .Where(t => t is { IsSealed: true, IsAbstract: false } && t.IsSubclassOf(typeof(DocumentType)))
            .Select(t => (DocumentType)Activator.CreateInstance(t, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, null, null)!));

    /// <summary>The type with that name, or null.</summary>
    public DocumentType? Find(string name) => _byName.GetValueOrDefault(name);
}
