namespace OcrService.Documents.Values;

/// <summary>Thai name of a Thai card: title, given name and surname, separated by a space.</summary>
public static class ThaiName
{
    private static readonly string[] NameLabels = ["ชื่อตัวและชื่อสกุล", "ชื่อตัวและนามสกุล", "ชื่อและนามสกุล", "ชื่อ-สกุล", "ชื่อสกุล"];

    private const int LongestRemains = 4;

    // Longest first: a title may be the beginning of another one.
    private static readonly string[] Titles =
    [
        .. new[]
        {
            "นาย", "นาง", "นางสาว", "น.ส.", "เด็กชาย", "เด็กหญิง", "ด.ช.", "ด.ญ.",
            "พล.อ.", "พล.ท.", "พล.ต.", "พ.อ.", "พ.ท.", "พ.ต.", "ร.อ.", "ร.ท.", "ร.ต.", "จ.ส.อ.", "จ.ส.ท.", "จ.ส.ต.", "ส.อ.", "ส.ท.", "ส.ต.",
            "พล.ต.อ.", "พล.ต.ท.", "พล.ต.ต.", "พ.ต.อ.", "พ.ต.ท.", "พ.ต.ต.", "ร.ต.อ.", "ร.ต.ท.", "ร.ต.ต.", "ด.ต.", "ส.ต.อ.", "ส.ต.ท.", "ส.ต.ต.",
            "พล.ร.อ.", "พล.ร.ท.", "พล.ร.ต.", "น.อ.", "น.ท.", "น.ต.", "พ.จ.อ.", "พ.จ.ท.", "พ.จ.ต.", "จ.อ.", "จ.ท.", "จ.ต.", "พล.อ.อ.", "พล.อ.ท.",
            "พล.อ.ต.", "พ.อ.อ.", "พ.อ.ท.", "พ.อ.ต.", "ว่าที่ ร.ต.", "ว่าที่ ร.ท.", "ว่าที่ ร.อ.", "ม.ร.ว.", "ม.ล.", "พระครู", "พระมหา", "พระ", "สามเณร",
        }.OrderByDescending(t => t.Length),
    ];

    /// <summary>The name, its title corrected and set apart; null when there is none.</summary>
    public static string? Parse(string text)
    {
        string[] lines = [.. Reading.Lines(text).Where(l => !Labels.Is(l, NameLabels)).Select(l => Labels.After(ThaiText.Normalize(l), NameLabels))];
        string name = string.Join(' ', Reading.Words(ThaiText.Normalize(string.Concat(string.Join(' ', lines)
            .Select(c => (ThaiText.IsThai(c) && c is not 'ฯ') || c is '.' or ',' ? c : ' ')))));
        (string title, string rest) = SplitTitle(WithoutRemains(name));
        string[] words = Reading.Words(rest.Replace('.', ' ').Replace(',', ' '));
        return ThaiText.Letters(rest).Length < 3 ? null : string.Join(' ', (string[])(title.Length > 0 ? [title, .. words] : words));
    }

    /// <summary>The title of a name in wire form; empty when it has none.</summary>
    public static string TitleOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Titles.FirstOrDefault(t => name.StartsWith(t + " ", StringComparison.Ordinal)) ?? "";
    }

    /// <summary>What is left of a label that was misread stands before the title.</summary>
    private static string WithoutRemains(string name)
    {
        foreach (string title in (string[])["นางสาว ", "นาย ", "นาง ", "น.ส.", "ด.ช.", "ด.ญ."])
        {
            int at = name.IndexOf(title, StringComparison.Ordinal);
            if (at is > 0 and <= LongestRemains || (at > 0 && name[at - 1] == ' '))
                return name[at..];
        }

        return name;
    }

    private static (string Title, string Name) SplitTitle(string name)
    {
        foreach (string title in Titles)
        {
            if (EndOfTitle(name, title) is { } end)
                return (title, name[end..].TrimStart('.', ',', ' '));
        }

        // A wrong letter in a title that stands by itself; before one word alone, it is a given name.
        int gap = name.IndexOf(' ', StringComparison.Ordinal);
        string first = gap < 0 || Reading.Words(name).Length < 3 ? "" : Bare(name[..gap]);
        string[] near = first.Length < 2 ? [] : [.. Titles.Where(t => FuzzyText.Distance(Bare(t), first) <= (name[..gap].Contains('.') || first.Length >= 3 ? 1 : 0))];
        return near.Length == 1 ? (near[0], name[(gap + 1)..]) : ("", name);
    }

    /// <summary>Index behind a title at the beginning, its dots lost or not; null when the name does not begin with it.</summary>
    private static int? EndOfTitle(string name, string title)
    {
        string wanted = Bare(title);
        int at = 0, matched = 0, dots = 0;
        for (; at < name.Length && matched < wanted.Length; at++)
        {
            if (name[at] is '.' or ',' or ' ')
                dots++;
            else if (name[at] == wanted[matched])
                matched++;
            else
                return null;
        }

        if (matched < wanted.Length || (at < name.Length && ThaiText.IsMark(name[at])))
        {
            return null;
        }

        // Single letters are a title only with a dot between them or a gap behind them.
        bool setApart = at == name.Length || name[at] is '.' or ',' or ' ';
        return title.Contains('.') && dots == 0 && !setApart ? null : at;
    }

    private static string Bare(string text) => text.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
