using System.CommandLine;
using OcrService.Benchmarks.Load;
using OcrService.Benchmarks.Scoring;

namespace OcrService.Benchmarks.Verbs;

/// <summary>How replicas behind the gateway share the work, and what is noticed when one of them ends.</summary>
internal static class ReplicasVerb
{
    /// <summary>The variable that names a PostgreSQL server; <c>eng/postgres.sh</c> sets it.</summary>
    public const string DatabaseVariable = "TEST_PG";

    public static Option<string?> DatabaseOption { get; } = new("--database")
    {
        Description = $"Connection string of an empty PostgreSQL database; by default that of the environment variable {DatabaseVariable}.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(DatabaseVariable),
    };

    public static Command Create(CommonOptions common)
    {
        var rounds = new Option<int>("--rounds") { Description = "Rounds over all pictures.", DefaultValueFactory = _ => 3 };
        var seconds = new Option<int>("--seconds") { Description = "How long pictures are sent while a replica ends.", DefaultValueFactory = _ => 30 };
        var gateway = new Option<string>("--gateway") { Description = "nginx's configuration.", DefaultValueFactory = _ => Path.Combine("deploy", "nginx.conf") };
        var command = new Command("replicas", "Times one and two replicas behind the gateway and ends one of them under load.")
        {
            common.Service, common.Models, common.Manifest, common.Limit, common.Markdown, DatabaseOption, gateway, rounds, seconds,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            if (result.GetValue(DatabaseOption) is not { Length: > 0 } database)
            {
                await Console.Error.WriteLineAsync("replicas needs a PostgreSQL: run it by eng/postgres.sh, or give --database.");
                return 1;
            }

            var replicas = new Replicas(common.Setup(result), database, result.GetValue(gateway)!);
            IReadOnlyList<Table> tables =
                await replicas.MeasureAsync(common.WebSamples(result), result.GetValue(rounds), TimeSpan.FromSeconds(result.GetValue(seconds)), cancellationToken);
            foreach (Table table in tables) Console.WriteLine(table.Print(result.GetValue(common.Markdown)));
            return 0;
        });
        return command;
    }
}
