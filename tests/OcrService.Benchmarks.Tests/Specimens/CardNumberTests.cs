using OcrService.Specimens;
using OcrService.Specimens.Documents;

namespace OcrService.Benchmarks.Tests.Specimens;

/// <summary>The numbers that cards bear: known values, and the rule that each check digit is made for.</summary>
public sealed class CardNumberTests
{
    private static readonly IEnumerable<int> Seeds = Enumerable.Range(1, 200);

    [Theory]
    [InlineData("A123456", '3')]
    [InlineData("G123456", 'A')]
    [InlineData("Q000001", '5')]
    [InlineData("ZZ000002", '6')]
    [InlineData("U000013", 'A')]
    public void Hong_Kong_checks_a_number_by_the_character_in_brackets(string number, char check) => HongKongCard.CheckCharacter(number).ShouldBe(check);

    [Theory]
    [InlineData("999990000123", "9 9999 00001 23 6")]
    [InlineData("900000000008", "9 0000 00000 08 0")]
    public void Thailand_checks_a_number_by_its_last_digit(string twelve, string number) => ThaiPrint.Number(twelve).ShouldBe(number);

    [Theory]
    [InlineData("99000001", '8')]
    [InlineData("99000014", 'K')]
    [InlineData("99000005", '0')]
    public void Chile_checks_a_RUN_by_the_character_behind_the_dash(string digits, char check) => ChileanCardFront.CheckCharacter(digits).ShouldBe(check);

    [Theory]
    [InlineData("hk-id-card-2003", "number")]
    [InlineData("hk-id-card-2018", "number")]
    [InlineData("thailand-id-card-front", "id_number")]
    [InlineData("thailand-id-card-pink", "id_number")]
    [InlineData("chile-id-card-front", "number")]
    public void Every_holder_has_a_number_that_passes_its_check(string name, string field)
    {
        foreach (int seed in Seeds)
        {
            string number = DocumentSpecimen.Named(name).Invent(new Dice(seed)).Fields[field];
            Remainder(name, [.. number.Where(char.IsAsciiLetterOrDigit)]).ShouldBe(0, number);
        }
    }

    [Fact]
    public void No_number_of_a_card_lies_where_numbers_are_given_out()
    {
        foreach (Dice dice in Seeds.Select(s => new Dice(s)))
        {
            DocumentSpecimen.Named("hk-id-card-2018").Invent(dice).Fields["number"].ShouldMatch(@"^(Q|U|ZZ)000\d{3}\([0-9A]\)$");
            DocumentSpecimen.Named("macao-id-card-front").Invent(dice).Fields["number"].ShouldMatch(@"^900\d{4}\(\d\)$");
            DocumentSpecimen.Named("thailand-id-card-front").Invent(dice).Fields["id_number"].ShouldMatch(@"^9 \d{4} \d{5} \d{2} \d$");
            DocumentSpecimen.Named("thailand-id-card-pink").Invent(dice).Fields["id_number"].ShouldMatch(@"^[0678] 99\d{2} \d{5} \d{2} \d$");
            DocumentSpecimen.Named("chile-id-card-front").Invent(dice).Fields["number"].ShouldMatch(@"^99\.000\.0\d{2}-[0-9K]$");
        }
    }

    /// <summary>The weighted sum of all characters, the check included, over the modulus; 0 when they agree.</summary>
    private static int Remainder(string name, char[] number)
    {
        int Value(int fromRight) => number[^(fromRight + 1)] is char c && char.IsAsciiDigit(c) ? c - '0' : c == 'K' ? 10 : c - 'A' + 10;
        return name.Split('-')[0] switch
        {
            // Weights 1 to 9 from the right; a single letter stands behind a space of value 36.
            "hk" => (Enumerable.Range(0, number.Length).Sum(i => Value(i) * (i + 1)) + (number.Length == 8 ? 36 * 9 : 0)) % 11,
            // Ten and eleven are printed as 0 and 1.
            "thailand" => (Value(0) + Enumerable.Range(1, 12).Sum(i => Value(i) * (i + 1)) % 11 - 1) % 10,
            "chile" => (Value(0) + Enumerable.Range(1, number.Length - 1).Sum(i => Value(i) * (2 + ((i - 1) % 6)))) % 11,
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No rule."),
        };
    }
}
