using System.Diagnostics;
using System.Globalization;
using OcrService.Battery.Pictures;

namespace OcrService.Battery.Attacks;

/// <summary>Clients that send a byte a second: the service must cut them off, and serve others meanwhile.</summary>
internal static class SlowAttack
{
    private const int Clients = 20;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(50);

    public static async Task RunAsync(ServiceClient client, AttackReport report, CancellationToken cancellationToken)
    {
        string post = $"POST {client.PathOf("web-image")} HTTP/1.1\r\nHost: a\r\nX-Auth-Token: {client.Token}\r\n";
        Task[] slow =
        [
            .. Enumerable.Range(0, Clients).Select(i => CreepAsync(client, report, $"slow head {i}", post, cancellationToken)),
            .. Enumerable.Range(0, Clients).Select(i => CreepAsync(client, report, $"slow body {i}", post + "Content-Length: 1000000\r\n\r\n{", cancellationToken)),
            .. Enumerable.Range(0, Clients).Select(i => CreepAsync(client, report, $"slow chunks {i}", post + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n", cancellationToken)),
        ];
        Task all = Task.WhenAll(slow);
        byte[] body = ServiceClient.Body(GoodPictures.All[0].Bytes);
        for (int i = 0; !all.IsCompleted; i++)
        {
            await report.SendAsync(client, string.Create(CultureInfo.InvariantCulture, $"beside the slow {i}"), client.PathOf("web-image"), body, cancellationToken);
            await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(2), cancellationToken));
        }

        await all;
    }

    /// <summary>Sends the beginning, then a letter a second until the other side has enough.</summary>
    private static async Task CreepAsync(ServiceClient client, AttackReport report, string name, string beginning, CancellationToken cancellationToken)
    {
        using RawConnection connection = await RawConnection.OpenAsync(client.Url, cancellationToken);
        long started = Stopwatch.GetTimestamp();
        await connection.SendAsync(beginning, cancellationToken);
        Task<string?> answer = connection.ReadToEndAsync(MostTime, cancellationToken);
        bool isChunked = beginning.EndsWith("{\r\n", StringComparison.Ordinal);
        while (!answer.IsCompleted)
        {
            await Task.WhenAny(answer, Task.Delay(TimeSpan.FromSeconds(1), cancellationToken));
            await connection.SendAsync(isChunked ? "1\r\n \r\n" : "a", cancellationToken);
        }

        report.Note(name, await answer is null ? "never cut off" : "cut off", Stopwatch.GetElapsedTime(started));
        if (await answer is null) report.Complain(name, $"may go on for {MostTime.TotalSeconds:0} s");
    }
}
