using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>Where an endorsement lets its holder travel.</summary>
public enum EndorsementRegion
{
    HongKong,
    Macao,
    Taiwan,
}

/// <summary>An endorsement on the back of an exit-entry permit; what could not be read is empty.</summary>
/// <param name="Region">Where it holds.</param>
/// <param name="Kind">Purpose, with its letter where that is printed: <c>个人旅游(G)</c>.</param>
/// <param name="RoundTrips"><c>一次</c>, <c>多次</c>.</param>
/// <param name="ValidPeriod"><c>YYYY.MM.DD-YYYY.MM.DD</c>, or the last day alone.</param>
/// <param name="Remark">What stands behind 备注.</param>
/// <param name="IssueInfo">Place and date of issue, <c>广东 YYYY.MM.DD</c>.</param>
public sealed partial record Endorsement(
    EndorsementRegion Region, string Kind, string RoundTrips, string ValidPeriod, string Remark, string IssueInfo)
{
    private static readonly (string Kind, char Letter)[] Kinds =
    [
        ("个人旅游", 'G'), ("团队旅游", 'L'), ("探亲", 'T'), ("商务", 'S'), ("逗留", 'D'), ("其他", 'Q'), ("人才", 'R'), ("定居", 'D'), ("应邀", 'Y'),
        ("学习", 'X'), ("乘务", 'C'),
    ];

    private static readonly (string Word, EndorsementRegion Region)[] Regions =
    [
        ("香港", EndorsementRegion.HongKong), ("澳门", EndorsementRegion.Macao), ("澳門", EndorsementRegion.Macao), ("台湾", EndorsementRegion.Taiwan),
        ("臺灣", EndorsementRegion.Taiwan),
    ];

    private static readonly Vocabulary KindWords = new(Kinds.Select(k => k.Kind));

    /// <summary>A region by itself, perhaps with the word for endorsement.</summary>
    private const int LongestName = 6;

    private static readonly string[] IssueWords = ["签发信息", "签发机关", "签发地点", "签发日期", "签发地", "签发", "日期", "地点"];

    /// <summary>The last day on which the endorsement holds; null when it is unknown.</summary>
    public DateOnly? Until => PermitDate.Read(ValidPeriod.Length >= 10 ? ValidPeriod[^10..] : "");

    /// <summary>All endorsements of a back, in reading order; each begins with the line that names its region.</summary>
    public static IReadOnlyList<Endorsement> Parse(string text)
    {
        List<(EndorsementRegion Region, List<string> Lines)> blocks = [];
        string before = "";
        foreach (string line in Reading.Lines(text))
        {
            if (RegionOf(line) is { } region && (blocks.Count == 0 || blocks[^1].Region != region))
            {
                // A region's name that stands beside two rows comes after the first of them.
                bool beside = before.Contains("种类", StringComparison.Ordinal) && Reading.Compact(line).Length <= LongestName;
                if (beside && blocks.Count > 0)
                    blocks[^1].Lines.Remove(before);
                blocks.Add((region, beside ? [line, before] : [line]));
            }
            else if (blocks.Count > 0)
            {
                blocks[^1].Lines.Add(line);
            }

            before = line;
        }

        return [.. blocks.Select(b => Of(b.Region, b.Lines)).Where(e => e.Kind.Length + e.ValidPeriod.Length > 0)];
    }

    private static EndorsementRegion? RegionOf(string line)
    {
        string compact = Reading.Compact(line);
        // The title of the permit names regions as well, and a remark or a place of issue may.
        if (PermitType.Parse(compact) is not null || compact.StartsWith("备注", StringComparison.Ordinal) || compact.StartsWith("签发", StringComparison.Ordinal))
        {
            return null;
        }

        (string word, EndorsementRegion region) = Regions.FirstOrDefault(r => compact.Contains(r.Word, StringComparison.Ordinal));
        return word is null ? null : region;
    }

    private static Endorsement Of(EndorsementRegion region, List<string> lines)
    {
        string remark = "", issue = "", period = "";
        List<string> others = [];
        // Columns of one row come as one line; every label begins a part of its own.
        foreach (string line in lines.SelectMany(l => Column().Split(Stay().Replace(l, " "))).Where(l => !string.IsNullOrWhiteSpace(l)))
        {
            if (Remarks().Match(line) is { Success: true } found)
                remark = found.Groups["text"].Value.Trim();
            else if (PermitPeriod.Parse(line) is { } range)
                period = range;
            else if (LastDay().IsMatch(Reading.Compact(line)) && PermitDate.Parse(line) is { } last)
                period = period.Length > 0 ? period : last;
            else if (PermitDate.Parse(line) is { } date)
                issue = $"{PlaceIn(line)} {date}".Trim();
            others.Add(line);
        }

        string whole = Reading.Compact(string.Concat(others));
        Match trips = Trips().Match(whole);
        return new Endorsement(region, KindIn(region, whole), trips.Value.Replace('两', '二'), period, remark, issue);
    }

    private static string PlaceIn(string line)
    {
        string han = string.Concat(line.Where(FuzzyText.IsHan));
        han = IssueWords.Aggregate(han, (text, word) => text.Replace(word, "", StringComparison.Ordinal));
        return han.Length is >= 2 and <= 6 ? ChinesePlaces.Parse(han)?.Han ?? han : "";
    }

    /// <summary>The kind by its word, or by its letter in brackets where the word is worn off.</summary>
    private static string KindIn(EndorsementRegion region, string text)
    {
        Match bracket = Letter().Match(text);
        char letter = bracket.Success ? bracket.Groups["letter"].Value[0] : '\0';
        string? kind = KindWords.FindIn(text);
        if (kind is null && letter != '\0')
        {
            // D is 逗留 in Hong Kong and Macao, 定居 in Taiwan.
            (string Kind, char Letter)[] same = [.. Kinds.Where(k => k.Letter == letter)];
            kind = same.Length == 0 ? null : same[same.Length > 1 && region == EndorsementRegion.Taiwan ? 1 : 0].Kind;
        }

        return kind is null ? "" : text.Contains(LetterOf(kind)) ? $"{kind}({LetterOf(kind)})" : kind;
    }

    private static char LetterOf(string kind) => Kinds.First(k => k.Kind == kind).Letter;

    [GeneratedRegex("备\\s?注\\s?[:;]?\\s*(?<text>.*)$")]
    private static partial Regex Remarks();

    [GeneratedRegex("(?=种类|有效次数|有效期|签发(?!机关|地点|日期)|备\\s?注)")]
    private static partial Regex Column();

    // How long each stay may be is no kind of endorsement.
    [GeneratedRegex("每次逗留\\s?[0-9一二三四五六七八九十]+\\s?天")]
    private static partial Regex Stay();

    [GeneratedRegex("有效期|至|止")]
    private static partial Regex LastDay();

    [GeneratedRegex("[一二两三四五多1-9]次")]
    private static partial Regex Trips();

    [GeneratedRegex("[(\\[{](?<letter>[A-Z])[)\\]}]")]
    private static partial Regex Letter();
}
