using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Features;
using OcrService.Accounts.Audit;
using OcrService.Accounts.Identity;
using OcrService.Api.Authentication;
using OcrService.Api.Contract;
using OcrService.Api.Documentation;
using OcrService.Documents;

namespace OcrService.Api.Endpoints.Management;

/// <summary>Our own API beside the cloud's: <c>/v1/{project_id}/...</c> for usage, money, keys, users and projects.</summary>
internal static class ManagementApi
{
    public static void MapManagement(this WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup("/v1/{project_id}").WithGroupName(AccountsDocument.Name);
        group.MapUsage();
        group.MapBilling();
        group.MapKeys();
        group.MapUsers();
        group.MapProjects();
        group.MapOperation();
    }

    /// <summary>States what the caller must be allowed, and how the endpoint is told in the API document.</summary>
    public static RouteHandlerBuilder For(this RouteHandlerBuilder endpoint, AccessLevel level, string tag, string summary) => endpoint
        .WithMetadata(new CallerRequirement(level))
        .WithTags(tag)
        .WithSummary(summary)
        .Produces<ErrorResponse>(StatusCodes.Status400BadRequest)
        .Produces<ErrorResponse>(StatusCodes.Status401Unauthorized);

    public static Caller Caller(this HttpContext context) => context.Features.GetRequiredFeature<Caller>();

    /// <summary>The project of the path, which the caller may see.</summary>
    public static Project Project(this HttpContext context) => context.Features.GetRequiredFeature<Project>();

    public static Actor Actor(this HttpContext context) => OcrService.Accounts.Audit.Actor.Of(context.Caller(), ClientAddress.Of(context));

    /// <summary>Answers with what came out, made into its wire form, or with the fault.</summary>
    public static Task AnswerAsync<T, TWire>(this HttpContext context, Outcome<T> outcome, Func<T, TWire> toWire, JsonTypeInfo<TWire> type, int status = StatusCodes.Status200OK)
        where T : notnull =>
        outcome.Succeeded(out T? value, out Fault? fault) ? context.WriteJsonAsync(status, toWire(value), type) : context.WriteFaultAsync(fault);

    /// <summary>Reads the body and answers with what the work makes of it.</summary>
    public static async Task AnswerAsync<TBody, T, TWire>(
        this HttpContext context,
        JsonTypeInfo<TBody> bodyType,
        Func<TBody, Task<Outcome<T>>> work,
        Func<T, TWire> toWire,
        JsonTypeInfo<TWire> type,
        int status = StatusCodes.Status200OK)
        where TBody : notnull
        where T : notnull
    {
        Outcome<TBody> body = await JsonBody.ReadAsync(context.Request.Body, bodyType, context.RequestAborted);
        await context.AnswerAsync(body.Succeeded(out TBody? value, out Fault? fault) ? await work(value) : fault, toWire, type, status);
    }
}
