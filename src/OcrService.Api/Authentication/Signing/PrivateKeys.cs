using System.Diagnostics;
using System.Text;
using Org.BouncyCastle.Math;

namespace OcrService.Api.Authentication.Signing;

/// <summary>
/// The private keys of the elliptic algorithms. Access key and secret key determine them, so nobody registers a public key; the
/// derivation is the counter mode of NIST SP 800-108 with candidates tested as in FIPS 186-5, A.2.2.
/// </summary>
internal static class PrivateKeys
{
    /// <summary>Between 1 and the curve's order less 1.</summary>
    public static BigInteger Derive(AuthorizationHeader authorization, string secretKey, BigInteger order)
    {
        byte[] secret = Encoding.UTF8.GetBytes(secretKey);
        byte[] label = Encoding.UTF8.GetBytes(authorization.Algorithm.Name);
        byte[] context = Encoding.UTF8.GetBytes(authorization.AccessKey);
        BigInteger largest = order.Subtract(BigInteger.Two);
        for (int counter = 0; counter <= byte.MaxValue; counter++)
        {
            byte[] message = [0, 0, 0, 1, .. label, 0, .. context, (byte)counter, 0, 0, 1, 0];
            var candidate = new BigInteger(1, authorization.Algorithm.Hash.Hmac(secret, message));
            if (candidate.CompareTo(largest) <= 0)
                return candidate.Add(BigInteger.One);
        }

        // Each candidate fails with a chance of 2^-32.
        throw new UnreachableException("No candidate is a private key.");
    }
}
