using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Parameters;

namespace OcrService.Api.Authentication.Signing;

/// <summary>A hash of 256 bits with all that signatures ask of it: SHA-256, or SM3 (GB/T 32905), which .NET lacks.</summary>
internal abstract class HashFunction
{
    public const int Bytes = 32;

    public static readonly HashFunction Sha256 = new Sha256Function();

    public static readonly HashFunction Sm3 = new Sm3Function();

    /// <summary>The header by which a client may state the hash of its body.</summary>
    public abstract string BodyHashHeader { get; }

    public abstract byte[] Hash(ReadOnlySpan<byte> data);

    public abstract byte[] Hmac(byte[] key, ReadOnlySpan<byte> data);

    /// <summary>The hash as signatures contain it.</summary>
    public string Hex(ReadOnlySpan<byte> data) => Convert.ToHexStringLower(Hash(data));

    private sealed class Sha256Function : HashFunction
    {
        public override string BodyHashHeader => "x-sdk-content-sha256";

        public override byte[] Hash(ReadOnlySpan<byte> data) => SHA256.HashData(data);

        public override byte[] Hmac(byte[] key, ReadOnlySpan<byte> data) => HMACSHA256.HashData(key, data);
    }

    private sealed class Sm3Function : HashFunction
    {
        public override string BodyHashHeader => "x-sdk-content-sm3";

        public override byte[] Hash(ReadOnlySpan<byte> data)
        {
            var digest = new SM3Digest();
            digest.BlockUpdate(data);
            byte[] hash = new byte[Bytes];
            digest.DoFinal(hash);
            return hash;
        }

        public override byte[] Hmac(byte[] key, ReadOnlySpan<byte> data)
        {
            var hmac = new HMac(new SM3Digest());
            hmac.Init(new KeyParameter(key));
            hmac.BlockUpdate(data);
            byte[] code = new byte[Bytes];
            hmac.DoFinal(code);
            return code;
        }
    }
}
