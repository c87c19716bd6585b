using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>
/// The address on the back of the identity card of Myanmar, on one line, <c>အမှတ်(၉၉)၊ နမူနာလမ်း၊ စမ်းသပ်ရပ်ကွက်၊ ရန်ကုန်</c>: house, street, ward, town.
/// Units are put into their right spelling, and the commas between parts back where the address has others.
/// </summary>
public static partial class BurmeseAddress
{
    private const string Label = "နေရပ်လိပ်စာ";
    private const string Town = "မြို့";
    private const char Comma = '၊';

    /// <summary>The units behind a name, by their letters without marks.</summary>
    private static readonly Dictionary<string, string> Units = new[] { "လမ်း", "ရပ်ကွက်", "ကျေးရွာ", "တိုင်းဒေသကြီး", "ပြည်နယ်", "ခရိုင်" }.ToDictionary(FuzzyText.Bare);

    /// <summary>The lines behind the label, joined by a space; null when there are none.</summary>
    public static string? Parse(string text)
    {
        string joined = string.Join(' ', Reading.Lines(BurmeseText.Normalize(text)).Select(line => Labels.After(line, Label)).SelectMany(Reading.Words).Where(IsBurmese));
        string address = Doubled().Replace(joined, "၊").Trim('-', ':', '.', ' ');
        if (address.Count(BurmeseText.IsLetter) < 4)
        {
            return null;
        }

        if (address.Contains("၊ ", StringComparison.Ordinal))
        {
            address = Tight().Replace(address, "၊ ");
        }

        string[] parts = [.. address.Split(' ').Select(Spelled)];
        parts[^1] = BurmeseTowns.Nearest(parts[^1]) ?? parts[^1];
        // A comma in one place is a comma in all: it is thin, and lost first.
        bool hasCommas = parts[..^1].Any(p => p.EndsWith(Comma));
        for (int i = 0; hasCommas && i < parts.Length - 1; i++)
        {
            parts[i] = !parts[i].EndsWith(Comma) && EndsPart(parts[i]) ? parts[i] + Comma : parts[i];
        }

        return string.Join(' ', parts);
    }

    private static bool IsBurmese(string word) => word.Any(c => BurmeseText.IsWordPart(c) || BurmeseDigits.IsDigit(c) || char.IsAsciiDigit(c) || c == Comma);

    /// <summary>A part of the address with its unit, and a town's name before it, in the right spelling; its comma is kept.</summary>
    private static string Spelled(string part)
    {
        string name = part.TrimEnd(Comma), comma = part[name.Length..];
        foreach ((string letters, string unit) in Units)
        {
            int at = TailOf(name, letters.Length);
            if (at > 0 && FuzzyText.Bare(name[at..]) == letters)
            {
                return name[..at] + unit + comma;
            }
        }

        Match town = TownUnit().Match(name);
        return town.Success
            ? (BurmeseTowns.Nearest(name[..town.Index]) ?? name[..town.Index]) + Town + comma
            : part;
    }

    /// <summary>Where the last letters of a word begin, counted without marks; 0 when there are no more.</summary>
    private static int TailOf(string name, int letters)
    {
        int at = name.Length;
        while (at > 0 && letters > 0)
        {
            letters -= FuzzyText.Bare(name[--at].ToString()).Length;
        }

        return letters == 0 ? at : 0;
    }

    private static bool EndsPart(string part) => part.EndsWith(')') || part.EndsWith(Town, StringComparison.Ordinal) || Units.Values.Any(u => part.EndsWith(u, StringComparison.Ordinal));

    [GeneratedRegex("၊[၊၊,]+")]
    private static partial Regex Doubled();

    [GeneratedRegex(@"၊(?!\s|$)")]
    private static partial Regex Tight();

    // The unit town with marks lost, behind a name.
    [GeneratedRegex("(?<=[\u1000-\u109F]{2})မြ[ိီ][ုူ]?[့်]?[့်]?$")]
    private static partial Regex TownUnit();
}
