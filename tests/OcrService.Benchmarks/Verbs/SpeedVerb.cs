using System.CommandLine;
using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Samples;

namespace OcrService.Benchmarks.Verbs;

/// <summary>How fast the running service answers, beside another program with the same models, picture by picture in turn.</summary>
internal static class SpeedVerb
{
    public static Command Create(CommonOptions common)
    {
        var peer = new Option<string>("--peer")
        {
            Description = "Folder of the peer, with its packages installed by 'npm ci --ignore-scripts'.",
            DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "peer"),
        };
        var rounds = new Option<int>("--rounds") { Description = "Rounds over all pictures.", DefaultValueFactory = _ => 3 };
        var threads = new Option<int>("--peer-threads") { Description = "Threads of the peer; 0 is its default, all cores." };
        var side = new Option<int>("--peer-max-side")
        {
            Description = "Longest side the peer gets, as the service works at a bounded size; 0 gives it the picture as it is.",
        };
        var limit = new Option<int>("--limit") { Description = "Use only the first so many pictures; 0 uses all." };
        var cards = new Option<bool>("--cards") { Description = "Time every card's endpoint against web-image on the same rendered pictures instead." };
        var seed = new Option<int>("--seed") { Description = "Seed of the cards.", DefaultValueFactory = _ => 1 };
        var command = new Command("speed", "Times the service against @gutenye/ocr-node, and one request in flight against two.")
        {
            common.Manifest, common.Markdown, peer, rounds, threads, side, limit, cards, seed,
        };
        common.AddService(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            if (common.Address(result) is not { } address)
            {
                await Console.Error.WriteLineAsync("speed measures a running service: give --url.");
                return 1;
            }

            await using ServiceReader service = await ServiceReader.ConnectAsync(address, cancellationToken);
            if (result.GetValue(cards))
            {
                Console.Write((await CardPace.CompareAsync(service, result.GetValue(seed), result.GetValue(rounds), cancellationToken)).Print(result.GetValue(common.Markdown)));
                return 0;
            }

            IReadOnlyList<Sample> samples = SampleManifest.Load(result.GetValue(common.Manifest)!, "web");
            if (result.GetValue(limit) is > 0 and int few) samples = [.. samples.Take(few)];
            bool markdown = result.GetValue(common.Markdown);
            await using (PeerProcess other = await PeerProcess.StartAsync(
                result.GetValue(peer)!, result.GetValue(threads), result.GetValue(side), cancellationToken))
            {
                var duel = new Duel(service, other, samples);
                await duel.RunAsync(result.GetValue(rounds), cancellationToken);
                duel.Print(markdown);
            }

            // The peer is gone by now: an idle process with a thread pool would still disturb.
            await Throughput.RunAsync(service, samples, result.GetValue(rounds), markdown, cancellationToken);
            return 0;
        });
        return command;
    }
}
