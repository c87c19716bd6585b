using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace OcrService.Api.Documentation;

/// <summary>The second document: IAM and our own API, apart from the OCR paths; and how callers sign in, which both share.</summary>
internal static class AccountsDocument
{
    public const string Name = "accounts";

    private const string TokenScheme = "token";
    private const string SignatureScheme = "signature";

    public static OpenApiInfo Info { get; } = new()
    {
        Title = "OCR service accounts",
        Version = "v1",
        Description = "Tokens and look-ups as the cloud's identity service has them, and the service's own API for usage, packages, statements, keys, users and projects.",
    };

    public static void AddSecurity(SwaggerGenOptions options)
    {
        options.AddSecurityDefinition(TokenScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = "X-Auth-Token",
            Description = "The header `X-Subject-Token` of `POST /v3/auth/tokens`; good for 24 hours.",
        });
        options.AddSecurityDefinition(SignatureScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = "Authorization",
            Description = "`SDK-HMAC-SHA256 Access=..., SignedHeaders=..., Signature=...`: the SDKs make it from access key and secret key.",
        });
        options.AddSecurityRequirement(document => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(TokenScheme, document)] = [] });
        options.AddSecurityRequirement(document => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SignatureScheme, document)] = [] });
    }
}
