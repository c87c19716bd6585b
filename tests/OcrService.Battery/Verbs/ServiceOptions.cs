using System.CommandLine;
using OcrService.Battery.Attacks;

namespace OcrService.Battery.Verbs;

/// <summary>Which service is attacked, and as whom. Only one of this machine: attacks are for what one runs oneself.</summary>
internal sealed class ServiceOptions
{
    private readonly Option<Uri> _url = new("--url")
    {
        Description = "The service, on this machine, for example http://127.0.0.1:18080.",
        Required = true,
        CustomParser = argument =>
        {
            if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out Uri? url) && url.Scheme == "http" && url.IsLoopback) return url;
            argument.AddError($"'{argument.Tokens[0].Value}' is no http address of this machine.");
            return null;
        },
    };

    private readonly Option<string> _project = new("--project") { Description = "Project id.", DefaultValueFactory = _ => "0123456789abcdef0123456789abcdef" };
    private readonly Option<string> _user = new("--user") { Description = "User to call as.", DefaultValueFactory = _ => "admin" };
    private readonly Option<string?> _domain = new("--domain") { Description = "His account; by default of his name." };

    private readonly Option<string?> _password = new("--password")
    {
        Description = "His password; by default that of the environment variable OCR_PASSWORD.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("OCR_PASSWORD"),
    };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_url, _project, _user, _domain, _password]) command.Add(option);
    }

    public ServiceAddress Address(ParseResult result) => new(
        result.GetValue(_url)!,
        result.GetValue(_project)!,
        result.GetValue(_user)!,
        result.GetValue(_password) ?? throw new InvalidOperationException("Give --password or OCR_PASSWORD."),
        result.GetValue(_domain) ?? result.GetValue(_user)!);
}
