using System.Text;
using OcrService.Recognition.Reading;
using OcrService.Recognition.Reading.Han;

namespace OcrService.Recognition.Tests.Reading.Han;

public sealed class HanSecondOpinionTests
{
    private static readonly HanAlphabet Alphabet = new("未末鈞靜\u3000");

    /// <summary>Knows 未 and 末; of the other two only the simplified forms.</summary>
    private static readonly ReaderDictionary General = ReaderDictionary.Parse(Encoding.UTF8.GetBytes("未\n末\n钧\n静\n"), 5);

    private const int Width = 110, Middle = 55;

    private static readonly HanSecondOpinion Opinion = new(Alphabet, General);

    [Fact]
    public void A_known_character_that_it_names_decides_between_two_alike() =>
        Judge([0.55f, 0.4f, 0.01f, 0.01f, 0.03f], new ReadSymbol("末", 0.97f, 0.5f)).ShouldBe("末");

    [Fact]
    public void A_doubtful_symbol_decides_nothing() =>
        Judge([0.75f, 0.2f, 0.01f, 0.01f, 0.03f], new ReadSymbol("末", 0.3f, 0.5f)).ShouldBe("未");

    [Fact]
    public void A_character_that_it_does_not_know_stands_against_its_answer() =>
        Judge([0.05f, 0.02f, 0.9f, 0.02f, 0.01f], new ReadSymbol("未", 0.9f, 0.5f)).ShouldBe("鈞");

    [Fact]
    public void A_simplified_answer_speaks_for_a_character_that_it_does_not_know() =>
        Judge([0.44f, 0.02f, 0.42f, 0.02f, 0.1f], new ReadSymbol("钧", 0.95f, 0.5f)).ShouldBe("鈞");

    [Fact]
    public void A_symbol_of_the_next_character_has_no_say() =>
        Judge([0.55f, 0.4f, 0.01f, 0.01f, 0.03f], new ReadSymbol("末", 0.97f, 0.8f)).ShouldBe("未");

    [Fact]
    public void A_latin_letter_speaks_against_every_character() =>
        Opinion.Judge([0.6f, 0.02f, 0.02f, 0.02f, 0.34f], Middle, Width, [new ReadSymbol("K", 0.98f, 0.5f)]).Presence.ShouldBeLessThan(0.3f);

    [Fact]
    public void No_character_is_never_the_answer() =>
        Opinion.Judge([0.01f, 0.02f, 0.01f, 0.01f, 0.95f], Middle, Width, []).Class.ShouldBe(1);

    private static string Judge(float[] probabilities, params ReadSymbol[] symbols) => Alphabet[Opinion.Judge(probabilities, Middle, Width, symbols).Class];
}
