using System.CommandLine;
using OcrService.Benchmarks.Peers;
using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Samples;
using OcrService.Benchmarks.Scoring;

namespace OcrService.Benchmarks.Verbs;

/// <summary>How fast the running service answers, beside other programs, picture by picture in turn, and where its time goes.</summary>
internal static class SpeedVerb
{
    public static Command Create(CommonOptions common)
    {
        var peer = new Option<string>("--peer")
        {
            Description = "Folder of the peers, with their packages installed by 'npm ci --ignore-scripts'.",
            DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "peer"),
        };
        var rounds = new Option<int>("--rounds") { Description = "Rounds over all pictures.", DefaultValueFactory = _ => 3 };
        var threads = new Option<int>("--peer-threads") { Description = "Threads of @gutenye/ocr-node; 0 is its default, all cores." };
        var side = new Option<int>("--peer-max-side")
        {
            Description = "Longest side @gutenye/ocr-node gets, as the service works at a bounded size; 0 gives it the picture as it is.",
        };
        var pid = new Option<int?>("--pid") { Description = "Process id of the service, to compare processor time too." };
        var cards = new Option<bool>("--cards") { Description = "Time every card's endpoint against web-image on the same rendered pictures instead." };
        var seed = new Option<int>("--seed") { Description = "Seed of the cards.", DefaultValueFactory = _ => 1 };
        var command = new Command("speed", "Times the service against other programs, and its steps.")
        {
            common.Manifest, common.Markdown, common.Limit, peer, rounds, threads, side, pid, cards, seed,
        };
        common.AddService(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            if (common.Address(result) is not { } address)
            {
                await Console.Error.WriteLineAsync("speed measures a running service: give --url.");
                return 1;
            }

            bool markdown = result.GetValue(common.Markdown);
            await using ServiceReader service = await ServiceReader.ConnectAsync(address, cancellationToken);
            if (result.GetValue(cards))
            {
                Console.Write((await CardPace.CompareAsync(service, result.GetValue(seed), result.GetValue(rounds), cancellationToken)).Print(markdown));
                return 0;
            }

            var peers = new PeerTerms(result.GetValue(peer)!, result.GetValue(threads), result.GetValue(side));
            await foreach ((_, Table table) in MeasureAsync(service, result.GetValue(pid), peers, common.WebSamples(result), result.GetValue(rounds), cancellationToken))
                Console.WriteLine(table.Print(markdown));
            return 0;
        });
        return command;
    }

    /// <summary>The tables, by the names of their parts of the document.</summary>
    public static async IAsyncEnumerable<(string Name, Table Table)> MeasureAsync(
        ServiceReader service, int? pid, PeerTerms terms, IReadOnlyList<Sample> samples, int rounds,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using (PeerSet peers = await PeerSet.StartAsync(terms, cancellationToken))
        {
            var duel = new Duel(service, pid, peers.All, samples);
            await duel.RunAsync(rounds, cancellationToken);
            yield return ("duel", duel.PictureByPicture());
            yield return ("programs", duel.Programs());
        }

        // The peers are gone by now: an idle process with a thread pool would still disturb.
        yield return ("steps", (await StepShares.MeasureAsync(service, samples, rounds, cancellationToken)).Tabulate());
    }
}
