using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace OcrService.Accounts.Identity;

/// <summary>When guessing is stopped.</summary>
public sealed class LockoutOptions
{
    public const string Section = "Lockout";

    [Description("Failures in a row of one access key or user from one address, after which it is locked there")]
    [Range(1, 1000)]
    public int Failures { get; set; } = 5;

    [Description("How long it stays locked, and after how long failures are forgotten")]
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Duration { get; set; } = TimeSpan.FromMinutes(5);
}
