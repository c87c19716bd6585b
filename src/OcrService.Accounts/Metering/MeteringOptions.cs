using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace OcrService.Accounts.Metering;

/// <summary>How calls are counted.</summary>
public sealed class MeteringOptions
{
    public const string Section = "Metering";

    [Description("How long calls are gathered before they are written; a killed process loses those of this time and of the write in progress")]
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00")]
    public TimeSpan FlushInterval { get; set; } = TimeSpan.FromMilliseconds(200);

    [Description("Folder of this process alone, for calls that cannot be written because the database is away: they outlive the process there; "
        + "empty: they are kept in memory")]
    public string JournalPath { get; set; } = "";

    [Description("Whether a project may call every API that it has not disabled; if not, only those it has enabled")]
    public bool SubscribedByDefault { get; set; } = true;

    [Description("Most calls a minute of one user to one API; 0: no limit")]
    [Range(0, 1_000_000)]
    public int CallsPerMinute { get; set; }
}
