using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using OcrService.Battery.Pictures;

namespace OcrService.Battery.Attacks;

/// <summary>Sends broken, doubled, endless and abandoned HTTP.</summary>
internal static partial class HttpAttack
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static async Task RunAsync(ServiceClient client, AttackReport report, CancellationToken cancellationToken)
    {
        foreach ((string name, string text, int answers) in Messages(client))
        {
            long started = Stopwatch.GetTimestamp();
            using RawConnection connection = await RawConnection.OpenAsync(client.Url, cancellationToken);
            await connection.SendAsync(text, cancellationToken);
            string? answer = await connection.ReadToEndAsync(Patience, cancellationToken);
            report.Note(name, answer is null ? "left open" : StatusesOf(answer) is [var first, ..] ? first : "closed", Stopwatch.GetElapsedTime(started));
            foreach (string complaint in Complain(answer, answers)) report.Complain(name, complaint);
        }

        await LeaveEarlyAsync(client, report, cancellationToken);
    }

    /// <summary>Requests whose sender goes away in the middle, and then one that must be answered.</summary>
    private static async Task LeaveEarlyAsync(ServiceClient client, AttackReport report, CancellationToken cancellationToken)
    {
        byte[] body = ServiceClient.Body(GoodPictures.All[0].Bytes);
        byte[] whole = [.. Encoding.ASCII.GetBytes(Head(client, $"Content-Length: {body.Length}\r\n")), .. body];
        foreach (int length in (int[])[1, 20, whole.Length / 2, whole.Length - 1, whole.Length])
        {
            for (int i = 0; i < 10; i++)
            {
                using RawConnection connection = await RawConnection.OpenAsync(client.Url, cancellationToken);
                await connection.SendAsync(whole.AsMemory(0, length), cancellationToken);
                if (i % 2 == 0) connection.ShutDown();
            }
        }

        await report.SendAsync(client, "after those who left", client.PathOf("web-image"), body, cancellationToken);
    }

    /// <summary>What is wrong with what came back.</summary>
    /// <param name="answer">What came on the connection.</param>
    /// <param name="most">Most answers that may come: one for each request that was sent, and none for what was smuggled.</param>
    private static IEnumerable<string> Complain(string? answer, int most)
    {
        if (answer is null)
        {
            yield return $"the connection stays open for {Patience.TotalSeconds:0} s";
            yield break;
        }

        string[] statuses = StatusesOf(answer);
        if (statuses.Length > most) yield return $"{statuses.Length} answers to {most} requests";
        // 505 is HTTP's own word for another version of HTTP.
        foreach (string status in statuses.Where(s => s[0] == '5' && s is not ("503" or "505"))) yield return $"status {status}";
        if (answer.Contains("Exception", StringComparison.Ordinal) || answer.Contains("   at ", StringComparison.Ordinal) || answer.Contains("\r\nServer:", StringComparison.OrdinalIgnoreCase))
            yield return "tells of the inside";
    }

    private static string[] StatusesOf(string answer) => [.. StatusLine().Matches(answer).Select(m => m.Groups["status"].Value)];

    private static string Head(ServiceClient client, string more) =>
        $"POST {client.PathOf("web-image")} HTTP/1.1\r\nHost: a\r\nX-Auth-Token: {client.Token}\r\nContent-Type: application/json\r\n{more}\r\n";

    private static IEnumerable<(string Name, string Text, int Answers)> Messages(ServiceClient client)
    {
        string path = client.PathOf("web-image"), smuggled = $"GET /health/live HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", close = "Connection: close\r\n";
        string Post(string headers, string body = "") => Head(client, headers + close) + body;
        yield return ("noise", Encoding.Latin1.GetString(GoodPictures.Noise(300)) + "\r\n\r\n", 1);
        yield return ("tls on a plain port", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003\r\n\r\n", 1);
        yield return ("http/2 with prior knowledge", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 1);
        yield return ("http/0.9", "GET /\r\n\r\n", 1);
        yield return ("http/1.0", $"GET /health/live HTTP/1.0\r\n\r\n", 1);
        yield return ("http/9.9", $"GET /health/live HTTP/9.9\r\nHost: a\r\n{close}\r\n", 1);
        yield return ("no host", $"GET /health/live HTTP/1.1\r\n{close}\r\n", 1);
        yield return ("two hosts", $"GET /health/live HTTP/1.1\r\nHost: a\r\nHost: b\r\n{close}\r\n", 1);
        yield return ("a host of noise", $"GET /health/live HTTP/1.1\r\nHost: a b/\u0001\r\n{close}\r\n", 1);
        foreach (string target in (string[])["*", "//", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/\\..\\etc", "/%00", "/%", "/%zz", "/a%0d%0aX: y", "http://other.example/health/live", "/" + new string('a', 40_000), "/" + new string('%', 9000), "/?" + new string('&', 30_000)])
            yield return ($"target {target[..Math.Min(20, target.Length)]}", $"GET {target} HTTP/1.1\r\nHost: a\r\n{close}\r\n", 1);
        foreach (string method in (string[])["TRACE", "CONNECT", "OPTIONS", "HEAD", "PROPFIND", "get", "P\u0001ST", new string('M', 5000), "POST "])
            yield return ($"method {method[..Math.Min(20, method.Length)]}", $"{method} {path} HTTP/1.1\r\nHost: a\r\n{close}Content-Length: 0\r\n\r\n", 1);
        yield return ("a method put in another's place", Post("X-HTTP-Method-Override: DELETE\r\nX-Original-URL: /v1/x/users\r\nX-Rewrite-URL: /manage\r\nContent-Length: 2\r\n", "{}"), 1);
        yield return ("10,000 headers", Post(string.Concat(Enumerable.Range(0, 10_000).Select(i => $"h{i}: {i}\r\n"))), 1);
        yield return ("one header of a megabyte", Post($"X-Long: {new string('a', 1_000_000)}\r\n"), 1);
        yield return ("a header without end", $"POST {path} HTTP/1.1\r\nHost: a\r\nX: {new string('a', 400_000)}", 1);
        yield return ("a header without name", Post(": x\r\n"), 1);
        yield return ("a folded header", Post("X: a\r\n b\r\nContent-Length: 0\r\n"), 1);
        yield return ("a zero in a header", Post("X: a\0b\r\nContent-Length: 0\r\n"), 1);
        yield return ("a blank before the colon", Post("Content-Length : 2\r\n", "{}"), 1);
        yield return ("line feeds alone", $"POST {path} HTTP/1.1\nHost: a\nContent-Length: 2\nConnection: close\n\n{{}}", 1);
        foreach (string length in (string[])["-1", "+2", "0x2", "2,2", "2, 3", "9999999999999999999999", "2 ", "", "1e1"])
            yield return ($"length '{length}'", Post($"Content-Length: {length}\r\n", "{}"), 1);
        yield return ("two lengths", Post("Content-Length: 2\r\nContent-Length: 50\r\n", "{}" + smuggled), 2);
        yield return ("length and chunks", Post("Content-Length: 6\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + smuggled), 1);
        yield return ("chunks and length", Post("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "5c\r\n" + smuggled + "\r\n0\r\n\r\n"), 1);
        yield return ("length and chunks, kept open", Head(client, "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n" + smuggled, 1);
        foreach (string coding in (string[])["xchunked", "chunked, identity", "identity", "chunked\r\nTransfer-Encoding: identity", "gzip, chunked", "\u000bchunked", "chunked, chunked"])
            yield return ($"coding {coding}", Post($"Transfer-Encoding: {coding}\r\n", "0\r\n\r\n" + smuggled), 1);
        foreach (string chunk in (string[])["xyz\r\n", "-1\r\nx", "ffffffffffffffff\r\nx", "100000000\r\nx", "2;" + new string('e', 100_000) + "\r\n{}\r\n0\r\n\r\n", "2\n{}\n0\n\n", "3\r\n{}\r\n0\r\n\r\n", "1\r\n{}\r\n0\r\n\r\n", "2\r\n{}0\r\n\r\n", "0\r\nX: y\r\n\r\n", "0\r\nContent-Length: 50\r\n\r\n"])
            yield return ($"chunk {chunk[..Math.Min(16, chunk.Length)].ReplaceLineEndings("|")}", Post("Transfer-Encoding: chunked\r\n", chunk), 1);
        yield return ("a hundred in a row", string.Concat(Enumerable.Repeat($"GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n", 99)) + $"GET /health/live HTTP/1.1\r\nHost: a\r\n{close}\r\n", 100);
        yield return ("an upgrade", Post("Upgrade: websocket\r\nSec-WebSocket-Key: x\r\nContent-Length: 0\r\n"), 1);
        yield return ("expects the impossible", Post("Expect: 200-maybe\r\nContent-Length: 2\r\n", "{}"), 1);
        yield return ("a range and a condition", Post("Range: bytes=0-1,0-2,0-3\r\nIf-None-Match: *\r\nContent-Length: 2\r\n", "{}"), 1);
        yield return ("forwarded from elsewhere", Post("X-Forwarded-For: 127.0.0.1, ::1, <script>\r\nX-Forwarded-Proto: javascript\r\nForwarded: for=_x\r\nContent-Length: 2\r\n", "{}"), 1);
    }

    [GeneratedRegex(@"^HTTP/1\.1 (?<status>\d{3}) (?!Continue)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex StatusLine();
}
