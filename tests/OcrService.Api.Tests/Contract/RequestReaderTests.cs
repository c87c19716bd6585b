using System.Text;
using OcrService.Api.Contract;
using OcrService.Documents;

namespace OcrService.Api.Tests.Contract;

public sealed class RequestReaderTests
{
    private static readonly SwitchParameter Flag = new("flag", absent: true, "");
    private static readonly ChoicesParameter Items = new("items", ["a", "b"], "");

    [Fact]
    public void The_image_is_a_slice_of_the_body()
    {
        byte[] body = Encoding.UTF8.GetBytes("""{"image":"aGVsbG8="}""");

        OcrRequest request = Read(body).Value;

        request.Image.Span.Overlaps(body).ShouldBeTrue();
        Encoding.UTF8.GetString(request.Image.Span).ShouldBe("aGVsbG8=");
        request.Url.ShouldBeNull();
    }

    [Theory]
    [InlineData("""a\/b\u002Bc\u002fd\/""", "a/b+c/d/")]
    [InlineData("""\/\/\/\/""", "////")]
    [InlineData("""plain""", "plain")]
    public void Escapes_are_undone(string text, string expected) =>
        Encoding.UTF8.GetString(Read("{\"image\":\"" + text + "\"}").Value.Image.Span).ShouldBe(expected);

    [Theory]
    [InlineData("""ab\/c\n""")]
    [InlineData("""ab\"cd""")]
    [InlineData("""ab\u20ac""")]
    [InlineData("""ab\\cd""")]
    public void An_escape_that_cannot_be_base64_stays_in_the_text(string text) =>
        Encoding.UTF8.GetString(Read("{\"image\":\"" + text + "\"}").Value.Image.Span).ShouldContain('\\');

    [Fact]
    public void The_limit_counts_characters_of_the_text_not_of_its_escapes()
    {
        Read("""{"image":"\u002B\u002B\u002B\u002B"}""", 4).Fault.ShouldBeNull();
        Read("""{"image":"\u002B\u002B\u002B\u002B\u002B"}""", 4).Fault.ShouldBe(RequestFaults.ImageTextTooLong);
    }

    [Fact]
    public void The_last_of_repeated_members_counts()
    {
        OcrRequest request = Read("""{"image":"AAAA","url":"http://a/","image":null,"flag":false,"flag":null,"items":["a"],"items":["b","b"]}""").Value;

        request.Url.ShouldBe("http://a/");
        request.Of(Flag).ShouldBeTrue();
        request.Of(Items).ShouldBe(["b"]);
    }

    [Fact]
    public void Absent_parameters_have_their_default()
    {
        OcrRequest request = Read("""{"url":"http://a/"}""").Value;

        request.Of(Flag).ShouldBeTrue();
        request.Of(Items).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"items":["a",{"x":["y"]}],"flag":false,"image":"AAAA"}""")]
    [InlineData("""{"flag":{"image":"BBBB","deep":[[[]]]},"image":"AAAA"}""")]
    [InlineData("""{"image":["x",["y"]],"url":"http://a/"}""")]
    public void A_bad_member_is_skipped_whole_and_refused(string body) => Read(body).Fault.ShouldBe(RequestFaults.InvalidParameter);

    [Theory]
    [InlineData("""{"\ud800":1,"image":"AAAA"}""", true)]
    [InlineData("""{"i\udc00age":"BBBB","image":"AAAA","u\ud83dl":1,"fl\udffag":2}""", true)]
    [InlineData("""{"image":"AAAA","items":["\ud800"]}""", false)]
    [InlineData("""{"image":"AAAA","\u0066lag":"\ud800"}""", false)]
    public void Half_a_surrogate_pair_is_no_name_and_no_value(string body, bool isRead)
    {
        Outcome<OcrRequest> outcome = Read(body);

        outcome.Fault.ShouldBe(isRead ? null : RequestFaults.InvalidParameter);
    }

    [Fact]
    public void Noise_never_throws()
    {
        var random = new Random(20260115);
        byte[] seed = Encoding.UTF8.GetBytes("""{"image":"aGV\/bG8=","url":null,"flag":true,"items":["a","b"],"x":{"y":[1,2.5e3,null]}}""");
        for (int i = 0; i < 20_000; i++)
        {
            byte[] body = seed[..random.Next(seed.Length + 1)];
            for (int change = random.Next(4); change > 0 && body.Length > 0; change--)
                body[random.Next(body.Length)] = (byte)random.Next(256);

            Outcome<OcrRequest> outcome = Read(body);

            (outcome.Fault is null || outcome.Fault == RequestFaults.NotJson || outcome.Fault == RequestFaults.InvalidParameter).ShouldBeTrue();
        }
    }

    private static Outcome<OcrRequest> Read(string body, int limit = 1000) => Read(Encoding.UTF8.GetBytes(body), limit);

    private static Outcome<OcrRequest> Read(byte[] body, int limit = 1000) => RequestReader.Read(body, [Flag, Items], limit);
}
