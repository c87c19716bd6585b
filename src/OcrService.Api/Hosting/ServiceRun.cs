using Microsoft.Extensions.Options;
using OcrService.Accounts;
using OcrService.Native;

namespace OcrService.Api.Hosting;

/// <summary>
/// Runs the service from start to end. Who starts it and cannot is told in one line on the standard error which file or setting is wrong;
/// only what nobody foresaw shows its stack.
/// </summary>
internal static class ServiceRun
{
    private const int Failed = 1;

    private const string SeeSettings = "The README lists all settings.";

    /// <summary>Builds and runs; the exit code. A service that is stopped while it starts just ends.</summary>
    public static async Task<int> RunAsync(Func<WebApplication> build)
    {
        try
        {
            WebApplication app = build();
            StartFailure failure = app.Services.GetRequiredService<StartFailure>();
            CancellationToken stopping = app.Lifetime.ApplicationStopping;
            try
            {
                await app.RunAsync();
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                // Stopped while it was starting, by a signal or for the failure below.
            }

            return failure.Exception is { } late ? Tell(late) : 0;
        }
        catch (Exception e) when (e is not HostAbortedException)
        {
            return Tell(e);
        }
    }

    private static int Tell(Exception e)
    {
        Console.Error.WriteLine("The service cannot start: " + Explain(e));
        return Failed;
    }

    private static string Explain(Exception e) => e switch
    {
        OptionsValidationException options => OneLine($"{SectionOf(options.OptionsType)}: {string.Join(' ', options.Failures)}", SeeSettings),
        AccountsStartException or InvalidDataException or NativeOcrException => OneLine(e.Message),
        _ when IsFrom(e, "Microsoft.Extensions.Configuration") || IsFrom(e, "Microsoft.Extensions.Logging") => OneLine(e.Message, SeeSettings),
        _ when IsFrom(e, "Microsoft.AspNetCore.Server.Kestrel") || IsFrom(e, "System.Net.Sockets") || (e is FormatException && IsFrom(e, "Microsoft.AspNetCore.Http")) =>
            OneLine(e.Message, "Look at urls and Kestrel:Endpoints."),
        _ => e.ToString(),
    };

    private static string OneLine(string message, string? hint = null) =>
        message.ReplaceLineEndings(" ").TrimEnd('.') + "." + (hint is null ? "" : " " + hint);

    private static bool IsFrom(Exception e, string assembly) => e.Source?.StartsWith(assembly, StringComparison.Ordinal) == true;

    private static object SectionOf(Type options) => options.GetField("Section")?.GetRawConstantValue() ?? options.Name;
}

/// <summary>What goes wrong at the start after the server listens.</summary>
internal sealed class StartFailure
{
    private Exception? _exception;

    /// <summary>Null: nothing.</summary>
    public Exception? Exception => Volatile.Read(ref _exception);

    public void Report(Exception exception) => Volatile.Write(ref _exception, exception);
}
