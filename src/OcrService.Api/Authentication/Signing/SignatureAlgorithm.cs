namespace OcrService.Api.Authentication.Signing;

/// <summary>True when the signature of the header is one of the secret key over the text.</summary>
internal delegate bool SignatureCheck(AuthorizationHeader authorization, string secretKey, byte[] stringToSign);

/// <summary>One of the algorithms that clients can be told to sign with; the first is what they do untold.</summary>
/// <param name="Name">As it begins the header and the string to sign.</param>
/// <param name="Hash">Of the body, of the canonical request and within the signature.</param>
/// <param name="Check">How a signature is verified.</param>
/// <param name="IsScoped">Whether the key is good for one day, region and service only, which are then signed too.</param>
internal sealed record SignatureAlgorithm(string Name, HashFunction Hash, SignatureCheck Check, bool IsScoped = false)
{
    public static IReadOnlyList<SignatureAlgorithm> All { get; } =
    [
        new("SDK-HMAC-SHA256", HashFunction.Sha256, HmacSignatures.Check),
        new("SDK-HMAC-SM3", HashFunction.Sm3, HmacSignatures.Check),
        new("SDK-ECDSA-P256-SHA256", HashFunction.Sha256, EcdsaSignatures.Check),
        new("SDK-SM2-SM3", HashFunction.Sm3, Sm2Signatures.Check),
        new("V11-HMAC-SHA256", HashFunction.Sha256, HmacSignatures.CheckScoped, IsScoped: true),
    ];

    public static SignatureAlgorithm? Named(string name) => All.FirstOrDefault(a => a.Name == name);
}
