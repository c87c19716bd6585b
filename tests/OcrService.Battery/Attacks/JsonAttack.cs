using System.Text;
using OcrService.Battery.Pictures;

namespace OcrService.Battery.Attacks;

/// <summary>Sends bodies that are hardly JSON, or too much of it, to OCR, to tokens and to the accounts.</summary>
internal static class JsonAttack
{
    /// <summary>Tokens are asked for in few bytes; the connection of who sends more is cut, so that there is no answer to judge.</summary>
    private const int MostAccountBytes = 64 * 1024;

    public static async Task RunAsync(ServiceClient client, AttackReport report, CancellationToken cancellationToken)
    {
        foreach ((string name, byte[] body) in Bodies())
        {
            await report.SendAsync(client, name, client.PathOf("web-image"), body, cancellationToken);
            if (body.Length > MostAccountBytes) continue;
            foreach (string path in (string[])["/v3/auth/tokens", client.AccountPathOf("users"), client.AccountPathOf("packages")])
                await report.SendAsync(client, $"{name} to {path}", path, body, cancellationToken);
        }

        byte[] good = ServiceClient.Body(GoodPictures.All[0].Bytes);
        foreach (string type in (string[])["text/plain", "multipart/form-data; boundary=x", "application/json; charset=utf-16", "image/png", "application/x-www-form-urlencoded"])
        {
            await report.SendAsync(client, $"content type {type}", client.PathOf("web-image"), good, cancellationToken, r =>
            {
                r.Content!.Headers.Remove("Content-Type");
                r.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            });
        }

        await report.SendAsync(client, "gzip", client.PathOf("web-image"), GoodPictures.Deflate(good), cancellationToken, r => r.Content!.Headers.ContentEncoding.Add("gzip"));
        await report.SendAsync(client, "expect", client.PathOf("web-image"), good, cancellationToken, r => r.Headers.ExpectContinue = true);
        foreach (string token in (string[])["", "x", new string('A', 30_000), "Bearer x", "null", "{}", "MII" + new string('B', 4000)])
        {
            await report.SendAsync(client, $"a token of {token.Length}", client.PathOf("web-image"), good, cancellationToken, r =>
            {
                r.Headers.Remove("X-Auth-Token");
                r.Headers.TryAddWithoutValidation("X-Auth-Token", token);
            });
        }
    }

    private static IEnumerable<(string Name, byte[] Body)> Bodies()
    {
        string image = Convert.ToBase64String(GoodPictures.All[0].Bytes);
        (string Name, string Text)[] texts =
        [
            ("nothing", ""), ("zero", "\0"), ("a mark of byte order", "\uFEFF{}"), ("an array", "[]"), ("a number", "1e999"), ("half an object", "{"), ("comment", "{/*x*/}"),
            ("64 deep", Deep(64)), ("65 deep", Deep(65)), ("100,000 deep", Deep(100_000)), ("a million brackets", new string('[', 1_000_000)),
            ("a huge number", $$"""{"image":"{{image}}","n":{{new string('9', 1_000_000)}}}"""), ("a huge exponent", $$"""{"image":"{{image}}","n":1e{{new string('9', 1000)}}}"""),
            ("a giant name", $$"""{"{{new string('k', 5_000_000)}}":1,"image":"{{image}}"}"""),
            ("a hundred thousand members", "{" + string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"m{i}\":{i}")) + $",\"image\":\"{image}\"}}"),
            ("the picture a thousand times", "{" + string.Join(',', Enumerable.Repeat($"\"image\":\"{image}\"", 1000)) + "}"),
            ("half a pair as name", "{\"\\ud800\":1,\"image\":\"" + image + "\"}"), ("half a pair as value", "{\"image\":\"\\udc00\"}"),
            ("half a pair in a choice", "{\"image\":\"" + image + "\",\"extract_type\":[\"\\ud83d\"]}"), ("half a pair in a url", "{\"url\":\"http://a/\\ud800\"}"),
            ("a zero in a name", "{\"ima\\u0000ge\":1}"), ("a zero in a url", "{\"url\":\"http://a\\u0000.example/\"}"), ("a line feed in a text", "{\"image\":\"a\nb\"}"),
            ("an escape that breaks off", "{\"image\":\"\\u12"), ("escapes everywhere", "{\"\\u0069\\u006d\\u0061\\u0067\\u0065\":\"" + image.Replace("/", "\\/", StringComparison.Ordinal) + "\"}"),
            ("a prototype", "{\"__proto__\":{\"image\":\"x\"},\"$type\":\"System.IO.FileInfo\",\"image\":\"" + image + "\"}"),
            ("five million blanks", "{" + new string(' ', 5_000_000) + $"\"image\":\"{image}\"}}"), ("a picture of blanks", "{\"image\":\"" + new string(' ', 4000) + "\"}"),
            ("a picture of padding", "{\"image\":\"" + new string('=', 4000) + "\"}"), ("users of a list", "{\"auth\":[{\"identity\":[]}]}"), ("a token for nobody", "{\"auth\":{\"identity\":null,\"scope\":null}}"),
            ("a password of a megabyte", "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":{\"name\":\"a\",\"password\":\"" + new string('p', 1_000_000) + "\",\"domain\":{\"name\":\"a\"}}}}}}"),
            ("half a pair as user", "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":{\"name\":\"\\ud800\",\"password\":\"p\",\"domain\":{\"name\":\"a\"}}}}}}"),
            ("half a pair as a new user", "{\"name\":\"\\ud800\",\"password\":\"\\udfff\",\"role\":\"caller\"}"), ("a date that is none", "{\"from\":\"99999-99-99\",\"calls\":1e400,\"quantity\":-1}"),
        ];
        foreach ((string name, string text) in texts) yield return (name, Encoding.UTF8.GetBytes(text));
        yield return ("no UTF-8 in a name", [.. "{\""u8, 0xFF, 0xC0, 0x80, .. "\":1}"u8]);
        yield return ("no UTF-8 in the picture", [.. "{\"image\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        yield return ("a long zero of UTF-8", [.. "{\"url\":\"http://a/"u8, 0xC0, 0xAF, .. "\"}"u8]);
        yield return ("UTF-16", Encoding.Unicode.GetBytes("{\"image\":\"" + image + "\"}"));
        yield return ("noise", GoodPictures.Noise(5000));
    }

    private static string Deep(int levels) => "{\"a\":" + new string('[', levels - 1) + new string(']', levels - 1) + "}";
}
