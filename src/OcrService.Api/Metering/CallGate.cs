using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using OcrService.Accounts;
using OcrService.Accounts.Identity;
using OcrService.Accounts.Metering;
using OcrService.Api.Contract;
using OcrService.Api.Endpoints;
using OcrService.Api.Telemetry;
using OcrService.Documents;

namespace OcrService.Api.Metering;

/// <summary>The contract's checks four and five for OCR calls, throttling and permission; and, when the answer is out, its record for the bill.</summary>
internal sealed class CallGate(RequestDelegate next, CallAdmission admission, UsageMeter meter)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<OcrApi>() is not { } api)
        {
            await next(context);
            return;
        }

        // Only while the database is away for long; what cannot be counted is not read.
        if (meter.IsFull)
        {
            await RefuseAsync(context, AccountFaults.DatabaseAway, api, null);
            return;
        }

        string project = (string)context.GetRouteValue("project_id")!;
        Caller caller = context.Features.GetRequiredFeature<Caller>();
        Admission verdict = await admission.AdmitAsync(caller, project, api.Name, context.RequestAborted);
        Announce(context.Response, verdict.Limit);
        if (!verdict.IsMetered)
        {
            await RefuseAsync(context, verdict.Refusal!, api, verdict.Limit);
            return;
        }

        RequestNotes notes = RequestNotes.Of(context);
        notes.Project = project;
        string outcome = AnsweredCall.Unanswered;
        try
        {
            if (verdict.Refusal is { } fault)
                await RefuseAsync(context, fault, api, verdict.Limit);
            else
                await next(context);

            outcome = notes.ErrorCode ?? AnsweredCall.Success;
        }
        catch (Exception e) when (e is not OperationCanceledException and not IOException)
        {
            // The answer is written further out; the record is the same.
            outcome = ErrorCatalogue.For(ServiceFaults.Internal).Code;
            throw;
        }
        finally
        {
            meter.Record(new AnsweredCall(project, api.Name, outcome), verdict.Reservation);
        }
    }

    private static Task RefuseAsync(HttpContext context, Fault fault, OcrApi api, MinuteLimit? limit) => context.WriteFaultAsync(
        fault,
        fault == AccountFaults.NotSubscribed ? api.Name : limit?.Allowed.ToString(CultureInfo.InvariantCulture));

    /// <summary>Contract section 3: total, used, unit.</summary>
    private static void Announce(HttpResponse response, MinuteLimit? limit)
    {
        if (limit is null)
            return;

        response.Headers["X-ratelimit"] = limit.Allowed.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-ratelimit-used"] = Math.Min(limit.Used, limit.Allowed).ToString(CultureInfo.InvariantCulture);
        response.Headers["X-ratelimit-window"] = "minute";
    }
}
