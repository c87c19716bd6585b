using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OcrService.Api.Contract.Accounts;

namespace OcrService.Api.Contract;

/// <summary>Source-generated JSON of every response that has a type of its own.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(WebImageResponse))]
[JsonSerializable(typeof(HealthResponse))]
[JsonSerializable(typeof(IamErrorResponse))]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(TokenResponse))]
[JsonSerializable(typeof(IamProjectList))]
[JsonSerializable(typeof(IamDomainList))]
[JsonSerializable(typeof(CredentialResponse))]
[JsonSerializable(typeof(CallerResponse))]
[JsonSerializable(typeof(UsageResponse))]
[JsonSerializable(typeof(MetricDataResponse))]
[JsonSerializable(typeof(PackageListResponse))]
[JsonSerializable(typeof(PackageEntry))]
[JsonSerializable(typeof(PackageRequest))]
[JsonSerializable(typeof(StatementResponse))]
[JsonSerializable(typeof(PriceResponse))]
[JsonSerializable(typeof(CalculationResponse))]
[JsonSerializable(typeof(KeyListResponse))]
[JsonSerializable(typeof(KeyEntry))]
[JsonSerializable(typeof(NewKeyResponse))]
[JsonSerializable(typeof(KeyRequest))]
[JsonSerializable(typeof(KeyChangeRequest))]
[JsonSerializable(typeof(UserListResponse))]
[JsonSerializable(typeof(UserEntry))]
[JsonSerializable(typeof(UserRequest))]
[JsonSerializable(typeof(UserChangeRequest))]
[JsonSerializable(typeof(ProjectListResponse))]
[JsonSerializable(typeof(ProjectEntry))]
[JsonSerializable(typeof(ProjectRequest))]
[JsonSerializable(typeof(ProjectChangeRequest))]
[JsonSerializable(typeof(SubscriptionListResponse))]
[JsonSerializable(typeof(SubscriptionEntry))]
[JsonSerializable(typeof(SubscriptionRequest))]
[JsonSerializable(typeof(DomainListResponse))]
[JsonSerializable(typeof(DomainRequest))]
[JsonSerializable(typeof(NewDomainResponse))]
[JsonSerializable(typeof(AuditListResponse))]
internal sealed partial class OcrJsonContext : JsonSerializerContext
{
    /// <summary>
    /// How answers are written. The relaxed encoder leaves Chinese text and the MRZ's angle brackets as they are; that is safe
    /// because answers are never embedded in a page and always carry a JSON content type.
    /// </summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
