using System.Security.Cryptography;
using Org.BouncyCastle.Asn1.Sec;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Utilities;

namespace OcrService.Api.Authentication.Signing;

/// <summary>ECDSA over P-256 with SHA-256, the signature in DER.</summary>
internal static class EcdsaSignatures
{
    private static readonly BigInteger Order = SecNamedCurves.GetByName("secp256r1").N;

    public static bool Check(AuthorizationHeader authorization, string secretKey, byte[] stringToSign)
    {
        // Without its point: the library computes the public key.
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = BigIntegers.AsUnsignedByteArray(HashFunction.Bytes, PrivateKeys.Derive(authorization, secretKey, Order)),
        });
        return key.VerifyData(stringToSign, authorization.Signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
