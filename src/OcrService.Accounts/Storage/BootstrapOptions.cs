using System.ComponentModel;

namespace OcrService.Accounts.Storage;

/// <summary>The first account, made when the database has none. What is not given is invented and printed once.</summary>
public sealed class BootstrapOptions
{
    public const string Section = "Bootstrap";

    [Description("Name of the first domain (account); empty: the user's name, as for owners of accounts in the cloud")]
    public string Domain { get; set; } = "";

    [Description("Name of its first user, the operator")]
    public string User { get; set; } = "admin";

    [Description("His password, 8 to 128 characters; empty: invented")]
    public string Password { get; set; } = "";

    [Description("His first access key, 8 to 64 letters, digits, `-` and `_`; empty: invented")]
    public string AccessKey { get; set; } = "";

    [Description("The secret key that belongs to it, 8 to 128 characters; empty: invented")]
    public string SecretKey { get; set; } = "";

    [Description("Id of the first project, up to 64 letters, digits, `-` and `_`; empty: 32 hexadecimal digits are invented")]
    public string ProjectId { get; set; } = "";

    [Description("Name of the first project: the region an SDK is told")]
    public string Region { get; set; } = "local-1";
}
