using System.CommandLine;
using OcrService.Battery.Verbs;

namespace OcrService.Battery;

/// <summary>Attacks the service, and parts of it, with what hostile clients could send.</summary>
internal static class EntryPoint
{
    public static async Task<int> Main(string[] args)
    {
        var root = new RootCommand("Attacks a service that runs on this machine, and the parts that read what strangers send.")
        {
            AttackVerb.Create(),
            CrossTalkVerb.Create(),
            FuzzVerb.Create(),
            DecodeWorkerVerb.Create(),
            PicturesVerb.Create(),
        };
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException)
        {
            // What the person at the terminal can mend; anything else is a bug and keeps its stack trace.
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
