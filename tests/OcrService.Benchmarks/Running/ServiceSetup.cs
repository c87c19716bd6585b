namespace OcrService.Benchmarks.Running;

/// <summary>From what services are started.</summary>
/// <param name="Folder">Where the service is published.</param>
/// <param name="Models">Folder of the models.</param>
internal sealed record ServiceSetup(string Folder, string Models)
{
    public const string User = "admin", Password = "for-these-measurements-only", ProjectId = "0123456789abcdef0123456789abcdef",
        AccessKey = "MEASUREMENTKEY000001", SecretKey = "secret-for-these-measurements-only";

    public string Program => Path.Combine(Folder, "OcrService.Api.dll");

    /// <summary>Refuses a folder without the program, before anything is measured.</summary>
    /// <exception cref="InvalidOperationException">It is not there.</exception>
    public void Check()
    {
        if (!File.Exists(Program))
            throw new InvalidOperationException($"{Program} is missing: dotnet publish src/OcrService.Api -c Release -o {Folder}");
    }
}
