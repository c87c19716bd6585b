using System.Text.Json;

namespace OcrService.Documents.Contacts;

/// <summary>A province, a city or a county of the administrative divisions of China (GB/T 2260).</summary>
/// <param name="Name">Full name, for example <c>广东省</c>.</param>
/// <param name="Parent">The division it belongs to; null for a province.</param>
public sealed record Division(string Name, Division? Parent)
{
    private static readonly string[] Suffixes = ["特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "自治州", "自治县", "地区", "省", "市", "区", "县", "盟", "旗"];

    private readonly List<Division> _children = [];

    /// <summary>The divisions below: cities of a province, counties of a city, or counties of a municipality.</summary>
    public IReadOnlyList<Division> Children => _children;

    /// <summary>The name as people shorten it, without its suffix; the full name when less than two characters would remain.</summary>
    public string ShortName { get; } = Shorten(Name);

    public Division Add(string name)
    {
        Division child = new(name, this);
        _children.Add(child);
        return child;
    }

    private static string Shorten(string name)
    {
        string? suffix = Array.Find(Suffixes, s => name.Length - s.Length >= 2 && name.EndsWith(s, StringComparison.Ordinal));
        return suffix is null ? name : name[..^suffix.Length];
    }
}

/// <summary>What a text says of a place, and where in the text it says it.</summary>
/// <param name="Province">Full name, or empty.</param>
/// <param name="City">Full name, or empty.</param>
/// <param name="District">Full name, or empty.</param>
/// <param name="Start">Index of the first character that names a division.</param>
/// <param name="End">Index behind the last one: the detailed address begins here.</param>
/// <param name="Certainty">Characters of the names that stand in the text; more is surer.</param>
public readonly record struct Place(string Province, string City, string District, int Start, int End, int Certainty);

/// <summary>All divisions, and the reading of addresses by them.</summary>
public sealed class DivisionTable
{
    private readonly List<Division> _provinces = [];
    private readonly Dictionary<char, List<Division>> _byFirst = [];

    private DivisionTable()
    {
    }

    public IReadOnlyList<Division> Provinces => _provinces;

    /// <summary>Reads nested JSON: <c>[{"n": name, "d": [{"n": name, "d": [...]}]}]</c>, provinces outermost.</summary>
    /// <exception cref="InvalidDataException">It is not such a list.</exception>
    public static DivisionTable Load(Stream json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            DivisionTable table = new();
            foreach (JsonElement province in document.RootElement.EnumerateArray())
            {
                Division division = new(NameOf(province), null);
                table._provinces.Add(division);
                table.Index(division);
                table.AddChildren(division, province);
            }

            return table;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"Not a table of divisions: {e.Message}", e);
        }
    }

    /// <summary>The place that a text names most surely; null when it names none.</summary>
    public Place? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Place? best = null;
        for (int i = 0; i < text.Length; i++)
        {
            if (!_byFirst.TryGetValue(text[i], out List<Division>? starting))
                continue;
            foreach (Division division in starting)
            {
                int length = Match(text, i, division);
                if (length == 0 || !IsPlain(division, length) || Follow(text, i, division, length) is not { } place)
                    continue;
                if (best is null || place.Certainty > best.Value.Certainty)
                    best = place;
            }
        }

        return best;
    }

    private static string NameOf(JsonElement element) => element.GetProperty("n").GetString() ?? throw new InvalidOperationException("A name is missing.");

    private static bool IsMunicipality(Division province) => province.Parent is null && province.Name.EndsWith('市');

    private void AddChildren(Division parent, JsonElement element)
    {
        if (!element.TryGetProperty("d", out JsonElement children))
            return;
        foreach (JsonElement child in children.EnumerateArray())
        {
            Division division = parent.Add(NameOf(child));
            Index(division);
            AddChildren(division, child);
        }
    }

    private void Index(Division division)
    {
        char first = division.Name[0];
        if (!_byFirst.TryGetValue(first, out List<Division>? list))
            _byFirst.Add(first, list = []);
        list.Add(division);
    }

    /// <summary>Length of the name at a position, full or short; 0 when it does not stand there.</summary>
    private static int Match(string text, int at, Division division)
    {
        if (string.CompareOrdinal(text, at, division.Name, 0, division.Name.Length) == 0)
            return division.Name.Length;
        string shortName = division.ShortName;
        return string.CompareOrdinal(text, at, shortName, 0, shortName.Length) == 0 ? shortName.Length : 0;
    }

    /// <summary>As <see cref="Match"/>, but one misread character is forgiven in a full name of three or more.</summary>
    private static int MatchLoosely(string text, int at, Division division)
    {
        int exact = Match(text, at, division);
        string name = division.Name;
        if (exact > 0 || name.Length < 3 || at + name.Length > text.Length || text[at + name.Length - 1] != name[^1])
            return exact;
        int wrong = 0;
        for (int i = 0; i < name.Length; i++)
            wrong += text[at + i] == name[i] ? 0 : 1;
        return wrong == 1 ? name.Length : 0;
    }

    /// <summary>A chain may begin with a shortened province or city, but a county has to be written out: short county names are everyday words.</summary>
    private static bool IsPlain(Division division, int length) =>
        length == division.Name.Length || division.Parent is null || (division.Parent.Parent is null && !IsMunicipality(division.Parent) && length >= 2);

    private static Place? Follow(string text, int start, Division first, int length)
    {
        int end = start + length, certainty = length;
        Division last = first;
        while (Next(text, end, last) is { } next)
        {
            certainty += next.Length;
            end += next.Length;
            last = next.Division;
        }

        // A lone shortened name ("长沙") may be part of a company's name; a written-out one may not.
        if (ReferenceEquals(last, first) && length < first.Name.Length)
            return null;
        List<Division> chain = [];
        for (Division? d = last; d is not null; d = d.Parent)
            chain.Insert(0, d);
        Division province = chain[0];
        if (IsMunicipality(province))
            return new Place(province.Name, province.Name, chain.Count > 1 ? chain[^1].Name : "", start, end, certainty);
        return new Place(province.Name, chain.Count > 1 ? chain[1].Name : "", chain.Count > 2 ? chain[2].Name : "", start, end, certainty);
    }

    /// <summary>The next division of the chain behind a position: a child, or a grandchild when the level between is left out.</summary>
    private static (Division Division, int Length)? Next(string text, int at, Division parent)
    {
        int from = at;
        while (from < text.Length && text[from] is ' ' or ',' or '，' or '-' or '/')
            from++;
        if (from >= text.Length)
            return null;
        // A municipality's name is often written twice, as province and as city.
        if (IsMunicipality(parent) && Match(text, from, parent) is > 0 and int again && Next(text, from + again, parent) is { } beyond)
            return (beyond.Division, beyond.Length + again + from - at);
        foreach (Func<string, int, Division, int> match in (Func<string, int, Division, int>[])[Match, MatchLoosely])
        {
            (Division Division, int Length)? found = Longest(parent.Children, text, from, match) ?? Longest([.. parent.Children.SelectMany(c => c.Children)], text, from, match);
            if (found is { } f)
                return (f.Division, f.Length + from - at);
        }

        return null;
    }

    private static (Division Division, int Length)? Longest(IReadOnlyList<Division> divisions, string text, int at, Func<string, int, Division, int> match)
    {
        (Division, int)? best = null;
        int length = 0;
        foreach (Division division in divisions)
        {
            int found = match(text, at, division);
            if (found > length)
            {
                length = found;
                best = (division, found);
            }
        }

        return best;
    }
}
