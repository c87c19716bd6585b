using System.Text;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math.EC;
using Org.BouncyCastle.Math.EC.Multiplier;

namespace OcrService.Api.Authentication.Signing;

/// <summary>SM2 (GB/T 32918) with SM3, the signature in DER.</summary>
internal static class Sm2Signatures
{
    private static readonly ECDomainParameters Curve = new(GMNamedCurves.GetByName("sm2p256v1"));

    /// <summary>The user id that the standard gives to everybody.</summary>
    private static readonly byte[] UserId = Encoding.ASCII.GetBytes("1234567812345678");

    public static bool Check(AuthorizationHeader authorization, string secretKey, byte[] stringToSign)
    {
        ECPoint point = new FixedPointCombMultiplier().Multiply(Curve.G, PrivateKeys.Derive(authorization, secretKey, Curve.N));
        var signer = new SM2Signer();
        signer.Init(forSigning: false, new ParametersWithID(new ECPublicKeyParameters(point, Curve), UserId));
        signer.BlockUpdate(stringToSign);
        return signer.VerifySignature(authorization.Signature.ToArray());
    }
}
