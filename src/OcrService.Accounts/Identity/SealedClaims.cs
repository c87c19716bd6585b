using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;

namespace OcrService.Accounts.Identity;

/// <summary>
/// What a token says, sealed by data protection: any replica that shares the key ring reads it, nobody else can read or alter it.
/// Nothing is stored; the user's stamp makes it void before its time.
/// </summary>
internal sealed record SealedClaims
{
    public required string UserId { get; init; }

    public required string Stamp { get; init; }

    /// <summary>The project of the scope; null: the domain.</summary>
    public string? ProjectId { get; init; }

    /// <summary>Temporary keys only.</summary>
    public string? AccessKey { get; init; }

    /// <summary>Temporary keys only.</summary>
    public string? SecretKey { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public required long IssuedAt { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public required long ExpiresAt { get; init; }

    public string Seal(IDataProtector protector) =>
        Base64Url.EncodeToString(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(this, SealedClaimsJson.Default.SealedClaims)));

    /// <summary>Null when it was not sealed by this service for this purpose.</summary>
    public static SealedClaims? Open(IDataProtector protector, string text)
    {
        try
        {
            return JsonSerializer.Deserialize(protector.Unprotect(Base64Url.DecodeFromChars(text)), SealedClaimsJson.Default.SealedClaims);
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

}

[JsonSerializable(typeof(SealedClaims))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class SealedClaimsJson : JsonSerializerContext;
