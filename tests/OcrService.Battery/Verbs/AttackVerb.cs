using System.CommandLine;
using System.Diagnostics;
using OcrService.Battery.Attacks;
using OcrService.Battery.Pictures;

namespace OcrService.Battery.Verbs;

/// <summary>The whole battery against a running service.</summary>
internal static class AttackVerb
{
    private const long MegaByte = 1 << 20;

    public static Command Create()
    {
        var service = new ServiceOptions();
        var process = new Option<int?>("--pid") { Description = "Process id of the service, to watch its memory and files." };
        var slack = new Option<int>("--slack") { Description = "Memory in MB that it may have more at the end than at the beginning.", DefaultValueFactory = _ => 300 };
        var parts = new Option<string[]>("--only") { Description = "Parts: pictures, json, http, slow.", AllowMultipleArgumentsPerToken = true };
        parts.AcceptOnlyFromAmong("pictures", "json", "http", "slow");
        var command = new Command("attack", "Sends hostile pictures, JSON and HTTP to a service of this machine and judges every answer.") { process, slack, parts };
        service.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            using ServiceClient client = await ServiceClient.ConnectAsync(service.Address(result), cancellationToken);
            // Once, so that its first use of code and models does not count as growth.
            foreach (PictureFile good in GoodPictures.All) await client.PostAsync(client.PathOf("web-image"), ServiceClient.Body(good.Bytes), cancellationToken);

            ProcessWatch? watch = result.GetValue(process) is { } id ? new ProcessWatch(id) : null;
            using var end = new CancellationTokenSource();
            Task watching = watch?.WatchAsync(end.Token) ?? Task.CompletedTask;
            var report = new AttackReport();
            string[] chosen = result.GetValue(parts) is { Length: > 0 } some ? some : ["json", "http", "slow", "pictures"];
            foreach (string part in chosen) await RunAsync(part, client, report, cancellationToken);
            await end.CancelAsync();
            await watching;
            if (watch is not null) await JudgeAsync(watch, report, result.GetValue(slack) * MegaByte, cancellationToken);
            Print(report);
            return report.Complaints.Count == 0 ? 0 : 2;
        });
        return command;
    }

    private static async Task RunAsync(string part, ServiceClient client, AttackReport report, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        await (part switch
        {
            "json" => JsonAttack.RunAsync(client, report, cancellationToken),
            "http" => HttpAttack.RunAsync(client, report, cancellationToken),
            "slow" => SlowAttack.RunAsync(client, report, cancellationToken),
            _ => PictureAttack.RunAsync(client, report, HostilePictures.All(), cancellationToken),
        });
        Console.WriteLine($"{part}: {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s, {report.Count} answers so far");
    }

    private static async Task JudgeAsync(ProcessWatch watch, AttackReport report, long slack, CancellationToken cancellationToken)
    {
        if (!watch.IsAlive)
        {
            report.Complain("the process", "is dead");
            return;
        }

        // The collector gives memory back when it sees fit.
        for (int i = 0; i < 15 && watch.Resident() > watch.ResidentBefore + slack; i++) await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
        Console.WriteLine($"memory: {watch.ResidentBefore / MegaByte} MB before, {watch.Resident() / MegaByte} MB after");
        if (watch.Resident() > watch.ResidentBefore + slack) report.Complain("the process", "keeps memory");
        foreach (string file in watch.Opened) report.Complain("the process", $"opened {file} for writing");
    }

    private static void Print(AttackReport report)
    {
        Console.WriteLine($"{report.Count} attacks: {string.Join(", ", report.Outcomes.Select(o => $"{o.Count} x {o.Outcome}"))}");
        Console.WriteLine("slowest:");
        foreach ((string name, TimeSpan time) in report.Slowest) Console.WriteLine($"  {time.TotalMilliseconds,8:0} ms {name}");
        Console.WriteLine($"{report.Complaints.Count} complaints");
        foreach (string complaint in report.Complaints) Console.WriteLine($"  {complaint}");
    }
}
