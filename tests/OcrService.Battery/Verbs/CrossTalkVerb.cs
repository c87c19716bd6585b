using System.CommandLine;
using System.Diagnostics;
using OcrService.Battery.Attacks;
using OcrService.Battery.CrossTalk;

namespace OcrService.Battery.Verbs;

/// <summary>Whether every request gets its own answer, under overload and with clients that leave.</summary>
internal static class CrossTalkVerb
{
    public static Command Create()
    {
        var service = new ServiceOptions();
        var requests = new Option<int>("--requests") { Description = "Requests, each with a number of its own drawn on its picture.", DefaultValueFactory = _ => 2000 };
        var inFlight = new Option<int>("--in-flight") { Description = "At the same time; above workers and queue some are refused.", DefaultValueFactory = _ => 48 };
        var command = new Command("cross-talk", "Sends numbered pictures and looks whether each answer has the number of its request.") { requests, inFlight };
        service.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            using ServiceClient client = await ServiceClient.ConnectAsync(service.Address(result), cancellationToken);
            long started = Stopwatch.GetTimestamp();
            CrossTalkTally tally = await CrossTalkRun.RunAsync(client, result.GetValue(requests), result.GetValue(inFlight), cancellationToken);
            Console.WriteLine(
                $"{result.GetValue(requests)} requests in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s: {tally.Own} answered to the letter, {tally.Misread} misread, "
                + $"{tally.Elsewhere} of another endpoint, {tally.Refused} refused with 429, {tally.Left} left; {tally.Swapped} swapped, {tally.Complaints.Count} complaints");
            foreach (string complaint in tally.Complaints.Take(20)) Console.WriteLine($"  {complaint}");
            return tally.Swapped + tally.Complaints.Count == 0 ? 0 : 2;
        });
        return command;
    }
}
