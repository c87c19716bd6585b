using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace OcrService.Accounts.Storage;

/// <summary>What happens when the accounts' database does not answer.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    [Description("How long a call waits for the accounts' database, which then counts as away until it can be written again")]
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:30")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(3);

    [Description("While the database is away calls are let in by what was last seen of their caller, if that is not older; 0: nobody is let in")]
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan MaxStaleness { get; set; } = TimeSpan.FromHours(1);
}
