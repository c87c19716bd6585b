using System.Text.Json;

namespace OcrService.Benchmarks.Tests.Specimens;

/// <summary>The machine-readable contract, which lies beside the repository on some machines.</summary>
internal static class SharedContract
{
    private static readonly string? File = Find();

    /// <summary>Why there is none; null when there is one.</summary>
    public static string? WhyNot => File is null ? "No ../shared/contract/contract.json beside the repository." : null;

    /// <summary>The endpoint of a name.</summary>
    public static JsonElement Endpoint(string api)
    {
        using JsonDocument contract = JsonDocument.Parse(System.IO.File.ReadAllBytes(File!));
        return contract.RootElement.GetProperty("endpoints").EnumerateArray().Single(e => e.GetProperty("slug").GetString() == api).Clone();
    }

    private static string? Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "shared", "contract", "contract.json");
            if (System.IO.File.Exists(path)) return path;
        }

        return null;
    }
}

/// <summary>A theory that is skipped, and says so, without the contract.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ContractTheoryAttribute : TheoryAttribute
{
    public ContractTheoryAttribute() => Skip = SharedContract.WhyNot;
}
