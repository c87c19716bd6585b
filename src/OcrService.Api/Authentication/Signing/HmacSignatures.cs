using System.Security.Cryptography;
using System.Text;

namespace OcrService.Api.Authentication.Signing;

/// <summary>Signatures that are a code of the text under the secret key itself, or under a key derived from it.</summary>
internal static class HmacSignatures
{
    public static bool Check(AuthorizationHeader authorization, string secretKey, byte[] stringToSign)
    {
        byte[] code = authorization.Algorithm.Hash.Hmac(Encoding.UTF8.GetBytes(secretKey), stringToSign);
        return CryptographicOperations.FixedTimeEquals(code, authorization.Signature.Span);
    }

    public static bool CheckScoped(AuthorizationHeader authorization, string secretKey, byte[] stringToSign) =>
        Check(authorization, ScopedKey(authorization.AccessKey, secretKey, authorization.Scope!), stringToSign);

    /// <summary>HKDF (RFC 5869). The key is the hexadecimal text, not the bytes that it spells.</summary>
    private static string ScopedKey(string accessKey, string secretKey, CredentialScope scope)
    {
        byte[] key = HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            ikm: Encoding.UTF8.GetBytes(secretKey),
            outputLength: HashFunction.Bytes,
            salt: Encoding.UTF8.GetBytes(accessKey),
            info: Encoding.UTF8.GetBytes(scope.ToString()));
        return Convert.ToHexStringLower(key);
    }
}
