using System.CommandLine;
using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Running;
using OcrService.Benchmarks.Samples;

namespace OcrService.Benchmarks.Verbs;

/// <summary>Options that several verbs share.</summary>
internal sealed class CommonOptions
{
    public Option<string> Manifest { get; } = new("--manifest")
    {
        Description = "The manifest of the sample pictures.",
        DefaultValueFactory = _ => Path.Combine("..", "shared", "samples", "manifest.json"),
    };

    public Option<bool> Markdown { get; } = new("--markdown") { Description = "Print tables as Markdown." };

    public Option<string> Service { get; } = new("--service")
    {
        Description = "Folder of the published service; one is started from it, on loopback with accounts of its own.",
        DefaultValueFactory = _ => Path.Combine("artifacts", "performance", "service"),
    };

    public Option<string> Models { get; } = new("--models") { Description = "Folder of the models.", DefaultValueFactory = _ => "tessdata" };

    public Option<int> Limit { get; } = new("--limit") { Description = "Use only the first so many pictures, to try; 0 uses all." };

    public Option<Uri?> Url { get; } = new("--url")
    {
        Description = "Measure a running service at this address, for example http://127.0.0.1:18080.",
        CustomParser = argument =>
        {
            if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out Uri? url) && url.Scheme is ("http" or "https")) return url;
            argument.AddError($"'{argument.Tokens[0].Value}' is no http address.");
            return null;
        },
    };

    public Option<string> Project { get; } = new("--project")
    {
        Description = "Project id in the service's paths.",
        DefaultValueFactory = _ => "0123456789abcdef0123456789abcdef",
    };

    public Option<string?> Token { get; } = new("--token") { Description = "X-Auth-Token to send." };

    public Option<string?> User { get; } = new("--user") { Description = "User to fetch a token for." };

    public Option<string?> Password { get; } = new("--password")
    {
        Description = "Password of --user; by default that of the environment variable OCR_PASSWORD.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("OCR_PASSWORD"),
    };

    public Option<string?> Domain { get; } = new("--domain") { Description = "Account name of --user; by default the user's name." };

    public void AddService(Command command)
    {
        foreach (Option option in (Option[])[Url, Project, Token, User, Password, Domain]) command.Add(option);
    }

    public ServiceAddress? Address(ParseResult result) => result.GetValue(Url) is { } url
        ? new ServiceAddress(
            url, result.GetValue(Project)!, result.GetValue(Token), result.GetValue(User), result.GetValue(Password), result.GetValue(Domain))
        : null;

    /// <summary>From what a service is started for the measurement.</summary>
    public ServiceSetup Setup(ParseResult result) => new(result.GetValue(Service)!, result.GetValue(Models)!);

    /// <summary>The web samples, or the first ones of them.</summary>
    public IReadOnlyList<Sample> WebSamples(ParseResult result)
    {
        IReadOnlyList<Sample> samples = SampleManifest.Load(result.GetValue(Manifest)!, "web");
        return result.GetValue(Limit) is > 0 and int few ? [.. samples.Take(few)] : samples;
    }

    /// <summary>The service when --url is given, else the recognition in this process.</summary>
    public async Task<IPictureReader> OpenReaderAsync(ParseResult result, CancellationToken cancellationToken) => Address(result) is { } address
        ? await ServiceReader.ConnectAsync(address, cancellationToken)
        : new InProcessReader(RecognizerSetup.Open());
}
