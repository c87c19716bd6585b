using System.CommandLine;
using OcrService.Benchmarks.Load;
using OcrService.Benchmarks.Peers;
using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Reports;
using OcrService.Benchmarks.Running;
using OcrService.Benchmarks.Scoring;

namespace OcrService.Benchmarks.Verbs;

/// <summary>Measures everything that the documents tell of speed, memory and load, and writes it into them. See <c>eng/performance.sh</c>.</summary>
internal static class PerformanceVerb
{
    private const int RefusedRequests = 500, CardSeed = 8921;

    private static readonly string Performance = Path.Combine("docs", "performance.md"), Operations = Path.Combine("docs", "operations.md");

    /// <summary>What each part writes.</summary>
    private static readonly Dictionary<string, (string Document, string Section)[]> Parts = new(StringComparer.Ordinal)
    {
        ["speed"] = [(Performance, "duel"), (Performance, "programs"), (Performance, "steps"), ("README.md", "speed")],
        ["throughput"] = [(Performance, "throughput"), ("README.md", "throughput")],
        ["networks"] = [(Performance, "networks")],
        ["cards"] = [(Performance, "cards")],
        ["refusals"] = [(Performance, "refusals")],
        ["overload"] = [(Performance, "overload")],
        ["soak"] = [(Performance, "soak")],
        ["replicas"] = [(Performance, "replicas")],
        ["sizing"] = [(Operations, "sizing")],
    };

    public static Command Create(CommonOptions common)
    {
        var only = new Option<string[]>("--only") { Description = "Only these parts.", AllowMultipleArgumentsPerToken = true };
        only.AcceptOnlyFromAmong([.. Parts.Keys]);
        var root = new Option<string>("--root") { Description = "Folder of the repository, whose documents are written.", DefaultValueFactory = _ => "." };
        var peer = new Option<string>("--peer")
        {
            Description = "Folder of the peers, with their packages installed by 'npm ci --ignore-scripts'.",
            DefaultValueFactory = _ => Path.Combine("tests", "OcrService.Benchmarks", "peer"),
        };
        var rounds = new Option<int>("--rounds") { Description = "Rounds over all pictures.", DefaultValueFactory = _ => 3 };
        var seconds = new Option<int>("--seconds") { Description = "How long the service is overloaded, and replicas are called while one ends.", DefaultValueFactory = _ => 30 };
        var thousands = new Option<int>("--thousands") { Description = "Thousands of mixed requests.", DefaultValueFactory = _ => 10 };
        var command = new Command("performance", "Measures all that the documents tell of speed, memory and load, and writes it into them.")
        {
            common.Service, common.Models, common.Manifest, common.Limit, ReplicasVerb.DatabaseOption, only, root, peer, rounds, seconds, thousands,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            string folder = result.GetValue(root)!;
            ServiceSetup setup = common.Setup(result);
            setup.Check();
            string[] parts = result.GetValue(only) is { Length: > 0 } some ? some : [.. Parts.Keys];
            foreach ((string document, string section) in parts.SelectMany(p => Parts[p]))
            {
                if (!MarkedDocument.Has(Path.Combine(folder, document), section)) throw new InvalidOperationException($"{document} has no part '{section}'.");
            }

            TimeSpan load = TimeSpan.FromSeconds(result.GetValue(seconds));
            foreach (string part in parts)
            {
                await Console.Error.WriteLineAsync($"performance: {part}");
                IReadOnlyDictionary<string, Table[]>? tables = part switch
                {
                    "speed" => await SpeedAsync(),
                    "throughput" => await ThroughputAsync(),
                    "networks" => One(part, Networks.Measure(setup.Models, cancellationToken)),
                    "cards" => await CardsAsync(),
                    "refusals" => One(part, await Refusals.MeasureAsync(setup, RefusedRequests, result.GetValue(rounds), cancellationToken)),
                    "overload" => One(part, await Overload.MeasureAsync(setup, new OverloadTerms(Environment.ProcessorCount, QueueLength: 32, Factor: 10, load), cancellationToken)),
                    "soak" => One(part, [.. await Soak.MeasureAsync(setup, common.WebSamples(result), result.GetValue(thousands), 2 * Environment.ProcessorCount, cancellationToken)]),
                    "replicas" => await ReplicasAsync(),
                    "sizing" => One(part, await Sizing.MeasureAsync(setup, common.WebSamples(result), result.GetValue(rounds), cancellationToken)),
                    _ => throw new InvalidOperationException($"There is no part '{part}'."),
                };
                if (tables is null) continue;
                foreach ((string document, string section) in Parts[part]) MarkedDocument.Replace(Path.Combine(folder, document), section, TextOf(tables[section]));
            }

            return 0;

            async Task<IReadOnlyDictionary<string, Table[]>> SpeedAsync()
            {
                await using ServiceProcess process = await ServiceProcess.StartAsync(setup, database: null, [], cancellationToken);
                await using ServiceReader service = await process.ConnectAsync(cancellationToken);
                var terms = new PeerTerms(result.GetValue(peer)!, Threads: 0, MaxSide: 0);
                Dictionary<string, Table[]> tables = new(StringComparer.Ordinal);
                await foreach ((string name, Table table) in SpeedVerb.MeasureAsync(
                    service, process.Pid, terms, common.WebSamples(result), result.GetValue(rounds), cancellationToken))
                {
                    tables[name] = [table];
                }

                tables["speed"] = tables["programs"];
                return tables;
            }

            async Task<IReadOnlyDictionary<string, Table[]>> ThroughputAsync()
            {
                await using ServiceProcess process = await ServiceProcess.StartAsync(setup, database: null, [], cancellationToken);
                await using ServiceReader service = await process.ConnectAsync(cancellationToken);
                return One("throughput", await Throughput.CompareAsync(service, common.WebSamples(result), result.GetValue(rounds), cancellationToken));
            }

            async Task<IReadOnlyDictionary<string, Table[]>> CardsAsync()
            {
                await using ServiceProcess process = await ServiceProcess.StartAsync(setup, database: null, [], cancellationToken);
                await using ServiceReader service = await process.ConnectAsync(cancellationToken);
                return One("cards", await CardPace.CompareAsync(service, CardSeed, 1, cancellationToken));
            }

            async Task<IReadOnlyDictionary<string, Table[]>?> ReplicasAsync()
            {
                if (result.GetValue(ReplicasVerb.DatabaseOption) is { Length: > 0 } database)
                {
                    var replicas = new Replicas(setup, database, Path.Combine(folder, "deploy", "nginx.conf"));
                    return One("replicas", [.. await replicas.MeasureAsync(common.WebSamples(result), result.GetValue(rounds), load, cancellationToken)]);
                }

                await Console.Error.WriteLineAsync($"performance: replicas left out: {ReplicasVerb.DatabaseVariable} names no PostgreSQL (eng/postgres.sh starts one)");
                return null;
            }
        });
        return command;
    }

    private static Dictionary<string, Table[]> One(string section, params Table[] tables) => new(StringComparer.Ordinal) { [section] = tables };

    private static string TextOf(Table[] tables) =>
        string.Join('\n', tables.Select(t => t.Print(markdown: true))) + $"\nMeasured on {TimeProvider.System.GetUtcNow():yyyy-MM-dd}; {Environment.ProcessorCount} processors.\n";
}
