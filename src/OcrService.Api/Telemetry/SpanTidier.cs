using System.Diagnostics;
using OpenTelemetry;

namespace OcrService.Api.Telemetry;

/// <summary>Takes out of the server's spans what callers write at will: a path or a program's name can hold anything, the route tells enough.</summary>
internal sealed class SpanTidier : BaseProcessor<Activity>
{
    private static readonly string[] Removed = ["url.path", "url.query", "url.full", "user_agent.original", "client.address", "server.address"];

    public override void OnEnd(Activity data)
    {
        foreach (string tag in Removed)
            data.SetTag(tag, null);
    }
}
