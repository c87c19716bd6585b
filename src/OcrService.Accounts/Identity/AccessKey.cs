namespace OcrService.Accounts.Identity;

/// <summary>A permanent pair of access key and secret key.</summary>
public sealed class AccessKey
{
    /// <summary>The access key (AK): 20 capital letters and digits.</summary>
    public required string Id { get; init; }

    public required string UserId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string Description { get; init; } = "";

    public bool IsEnabled { get; internal set; } = true;

    /// <summary>The secret key (SK) under data protection.</summary>
    internal string ProtectedSecret { get; set; } = "";
}
