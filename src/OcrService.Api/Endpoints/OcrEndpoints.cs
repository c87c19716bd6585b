using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using OcrService.Api.Authentication;
using OcrService.Api.Contract;
using OcrService.Api.Hosting;
using OcrService.Api.Telemetry;
using OcrService.Documents;

namespace OcrService.Api.Endpoints;

internal static class OcrEndpoints
{
    public static void AddOcrApis(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OcrApi, WebImageApi>();
        builder.Services.AddSingleton<OcrFlow>();
    }

    /// <summary>Maps every registered <see cref="OcrApi"/>, and the answer for everything that is not mapped at all.</summary>
    public static void MapOcr(this WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup("/v2/{project_id}/ocr").WithMetadata(CallerRequirement.AnyCaller).ExcludeFromDescription();
        foreach (OcrApi api in app.Services.GetServices<OcrApi>())
        {
            group.MapPost(
                    api.Name,
                    (HttpContext context, OcrFlow flow, TimeProvider time, CancellationToken cancellationToken) =>
                        AnswerAsync(context, api, flow, time, cancellationToken))
                .WithMetadata(api);
        }

        app.MapFallback("{**path}", context => context.WriteFaultAsync(RequestFaults.UnknownApi));
    }

    private static async Task AnswerAsync(HttpContext context, OcrApi api, OcrFlow flow, TimeProvider time, CancellationToken cancellationToken)
    {
        RequestNotes notes = RequestNotes.Of(context);
        RequestBody body = context.Features.GetRequiredFeature<RequestBody>();
        if (await body.ReadAsync(cancellationToken) is { } tooLarge)
        {
            await context.WriteFaultAsync(tooLarge);
            return;
        }

        Outcome<OcrAnswer> outcome = await flow.RunAsync(api, body, notes, cancellationToken);
        if (!outcome.Succeeded(out OcrAnswer? answer, out Fault? fault))
        {
            await context.WriteFaultAsync(fault);
            return;
        }

        long started = time.GetTimestamp();
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, OcrJsonContext.WriterOptions))
        {
            answer(writer);
        }

        await context.WriteJsonAsync(StatusCodes.Status200OK, json.WrittenMemory);
        notes.Answer = time.GetElapsedTime(started);
    }
}
