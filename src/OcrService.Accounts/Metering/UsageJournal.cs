using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;

namespace OcrService.Accounts.Metering;

/// <summary>
/// Files of calls that wait for the database, one for each batch: project, API, outcome, minute and number, nothing else. The next process
/// on the folder writes what a killed one left, under the same ids, so that it counts once.
/// </summary>
internal sealed partial class UsageJournal : IDisposable
{
    private const string Ending = ".calls.json";

    private readonly string _folder;
    private readonly FileStream _lock;
    private readonly ILogger _log;

    private UsageJournal(string folder, FileStream folderLock, ILogger log)
    {
        _folder = folder;
        _lock = folderLock;
        _log = log;
    }

    /// <summary>Opens the folder for this process alone.</summary>
    /// <param name="folder">Its path; it is made where there is none.</param>
    /// <param name="log">Told of files that cannot be used.</param>
    /// <exception cref="AccountsStartException">The folder cannot be written, or another process has it.</exception>
    public static UsageJournal Open(string folder, ILogger log)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var folderLock = new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new UsageJournal(folder, folderLock, log);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AccountsStartException(
                $"The journal folder '{folder}' cannot be used: {e.Message} Metering:JournalPath must name a folder that this process alone writes.", e);
        }
    }

    /// <summary>The batches that lie there.</summary>
    public IReadOnlyList<Batch> ReadAll() =>
        [.. Directory.EnumerateFiles(_folder, "*" + Ending).Order(StringComparer.Ordinal).Select(Read).OfType<Batch>()];

    /// <summary>Writes the batch's file, or writes it anew. False, with a line in the log, when that fails.</summary>
    public bool Save(Batch batch)
    {
        try
        {
            string path = PathOf(batch.Id);
            JournaledCall[] calls = [.. batch.Calls.Select(c => new JournaledCall(c.Key.Call.ProjectId, c.Key.Call.Api, c.Key.Call.Outcome, c.Key.Minute, c.Value))];
            using (FileStream file = File.Create(path + ".new"))
            {
                JsonSerializer.Serialize(file, new JournalFile(batch.Id, calls), JournalJson.Default.JournalFile);
                file.Flush(flushToDisk: true);
            }

            File.Move(path + ".new", path, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            NotSaved(_log, _folder, e.Message);
            return false;
        }
    }

    public void Remove(Guid id)
    {
        try
        {
            File.Delete(PathOf(id));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Written again by the next process, it counts once.
            NotSaved(_log, _folder, e.Message);
        }
    }

    public void Dispose() => _lock.Dispose();

    private string PathOf(Guid id) => Path.Combine(_folder, id + Ending);

    private Batch? Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            JournalFile journal = JsonSerializer.Deserialize(file, JournalJson.Default.JournalFile) ?? throw new JsonException("The file is empty.");
            return new Batch(journal.Id, journal.Calls.ToDictionary(c => new CountedCall(new AnsweredCall(c.Project, c.Api, c.Outcome), c.Minute), c => c.Count), [])
            {
                IsJournaled = true,
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or ArgumentException)
        {
            NotRead(_log, path, e.Message);
            return null;
        }
    }

    [LoggerMessage(6, LogLevel.Error, "The journal of calls in {Folder} cannot be written: {Reason}")]
    private static partial void NotSaved(ILogger logger, string folder, string reason);

    [LoggerMessage(7, LogLevel.Error, "The journal file {Path} cannot be read and is left where it is: {Reason}")]
    private static partial void NotRead(ILogger logger, string path, string reason);
}

internal sealed record JournalFile(Guid Id, IReadOnlyList<JournaledCall> Calls);

internal sealed record JournaledCall(string Project, string Api, string Outcome, DateTimeOffset Minute, long Count);

[JsonSerializable(typeof(JournalFile))]
[JsonSourceGenerationOptions(RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
internal sealed partial class JournalJson : JsonSerializerContext;
