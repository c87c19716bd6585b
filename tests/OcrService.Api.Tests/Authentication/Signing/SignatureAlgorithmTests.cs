using System.Security.Cryptography;
using System.Text;
using OcrService.Api.Authentication.Signing;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.Sec;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Utilities;

namespace OcrService.Api.Tests.Authentication.Signing;

/// <summary>The contract's signatures of one request by every algorithm, each refused when anything is altered.</summary>
public sealed class SignatureAlgorithmTests
{
    private static readonly ClientRequest Request = ClientRequest.WebImage;

    /// <summary>Name and signature.</summary>
    public static TheoryData<string, string> Vectors { get; } = new()
    {
        { "SDK-HMAC-SHA256", "9d7b8d42bbff4b7a7fda3e00ba65fcf60ccf3bc3aba9271c331a42f77b958147" },
        { "SDK-HMAC-SM3", "28dbcb4a98cfe06fcd05d8ef55bc282e3ce085d147ce80c62f6d2c8b4da83f69" },
        {
            "SDK-ECDSA-P256-SHA256",
            "30450221009e6fcb3ea6560eec3b05a867112fc74d29288e9adb8f8fbf0326a7cac8d330fa"
            + "0220287df7cd49e4f9e0f97e8ba1ad0b79e5eb0e659acb484fc3adc2482e2b44ac10"
        },
        {
            "SDK-SM2-SM3",
            "3045022023fee577b63076044c47c3e7e223ecc319cd83de991b9370779e73d527a6f22d"
            + "022100b19e62ca8bb18be5c1df76b74792ecf4ab9a2a1f3ccc1a41f22fb75ef1df010a"
        },
        { "V11-HMAC-SHA256", "527d70dad9faedc7935743d3525694e00d246cea133bbdaacabc8a5abe5ad4c6" },
    };

    [Fact]
    public void The_vectors_are_all_algorithms() =>
        SignatureAlgorithm.All.Select(a => a.Name).ShouldBe(Vectors.Cast<object[]>().Select(v => (string)v[0]));

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Vector(string algorithm, string signature) => Request.IsAccepted(Request.Authorize(algorithm, signature)).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(Vectors))]
    public void An_altered_request_is_refused(string algorithm, string signature)
    {
        string authorization = Request.Authorize(algorithm, signature);

        foreach (ClientRequest altered in Alterations())
            altered.IsAccepted(authorization).ShouldBeFalse(altered.ToString());
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void An_altered_signature_is_refused(string algorithm, string signature)
    {
        for (int i = 0; i < signature.Length; i++)
        {
            char other = signature[i] == '0' ? '1' : '0';
            Request.IsAccepted(Request.Authorize(algorithm, $"{signature[..i]}{other}{signature[(i + 1)..]}")).ShouldBeFalse($"digit {i}");
        }

        Request.IsAccepted(Request.Authorize(algorithm, signature.ToUpperInvariant())).ShouldBeFalse();
        Request.IsAccepted(Request.Authorize(algorithm, signature[2..])).ShouldBeFalse();
        Request.IsAccepted(Request.Authorize(algorithm, signature[..^2])).ShouldBeFalse();
        Request.IsAccepted(Request.Authorize(algorithm, signature + "00")).ShouldBeFalse();
        Request.IsAccepted(Request.Authorize(algorithm, new string('0', signature.Length))).ShouldBeFalse();
        Request.IsAccepted(Request.Authorize(algorithm, "3006020100020100")).ShouldBeFalse();
        Request.IsAccepted(Request.Authorize(algorithm, "3006020101020101")).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Another_secret_key_is_refused(string algorithm, string signature) =>
        Request.IsAccepted(Request.Authorize(algorithm, signature), secretKey: ClientRequest.SecretKey + "0").ShouldBeFalse();

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_signature_of_one_algorithm_is_none_of_another(string algorithm, string signature)
    {
        foreach (SignatureAlgorithm other in SignatureAlgorithm.All.Where(a => a.Name != algorithm))
            Request.IsAccepted(Request.Authorize(other.Name, signature)).ShouldBeFalse(other.Name);
    }

    /// <summary>The keys of the others depend on the access key; those of the two plain HMACs are the secret key.</summary>
    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_access_key_is_part_of_a_derived_key(string algorithm, string signature)
    {
        string authorization = Request.Authorize(algorithm, signature).Replace(ClientRequest.AccessKey, "EXAMPLEAK0123456789B");

        Request.IsAccepted(authorization).ShouldBe(algorithm.StartsWith("SDK-HMAC", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("20260115/ap-southeast-2/ocr")]
    [InlineData("20260115/ap-southeast-1/obs")]
    [InlineData("20260114/ap-southeast-1/ocr")]
    [InlineData("2026011/ap-southeast-1/ocr")]
    [InlineData("20260115T083000Z/ap-southeast-1/ocr")]
    public void An_altered_scope_is_refused(string scope)
    {
        string authorization = Request.Authorize("V11-HMAC-SHA256", "527d70dad9faedc7935743d3525694e00d246cea133bbdaacabc8a5abe5ad4c6");

        Request.IsAccepted(authorization.Replace("20260115/ap-southeast-1/ocr", scope)).ShouldBeFalse();
    }

    /// <summary>A V11 client that takes the day of its key from a clock of its own.</summary>
    [Theory]
    [InlineData("20260115", true)]
    [InlineData("20260114", false)]
    [InlineData("2026", false)]
    public void The_day_of_the_scope_is_that_of_the_date(string day, bool accepted)
    {
        string scope = day + "/ap-southeast-1/ocr";
        byte[] key = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, Utf8(ClientRequest.SecretKey), 32, Utf8(ClientRequest.AccessKey), Utf8(scope));
        string canonical = CanonicalRequest.Of(Request.Seen, ["x-sdk-date"], ClientRequest.Sha256(Request.Body))!;
        string text = $"V11-HMAC-SHA256\n20260115T083000Z\n{scope}\n{ClientRequest.Sha256(canonical)}";
        string signature = Convert.ToHexStringLower(HMACSHA256.HashData(Utf8(Convert.ToHexStringLower(key)), Utf8(text)));

        Request.IsAccepted($"V11-HMAC-SHA256 Credential={ClientRequest.AccessKey}/{scope}, SignedHeaders=x-sdk-date, Signature={signature}")
            .ShouldBe(accepted);
    }

    [Fact]
    public void Every_signature_of_an_ecdsa_client_is_accepted()
    {
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = Convert.FromHexString("c475d07354cf37b784771591fd628d06a884348ab5f86871d7495c8de29b952e"),
        });
        byte[] text = Utf8("SDK-ECDSA-P256-SHA256\n20260115T083000Z\n820988a7f059bf525df2aee110491e1b274446c77b9ad5b152c00c3246b1c9e8");
        for (int i = 0; i < 100; i++)
        {
            byte[] signature = key.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
            Request.IsAccepted(Request.Authorize("SDK-ECDSA-P256-SHA256", Convert.ToHexStringLower(signature))).ShouldBeTrue();
        }
    }

    [Fact]
    public void Every_signature_of_an_sm2_client_is_accepted()
    {
        var d = new BigInteger("f588458eeefc944d728c97a30f5663eded274b06e03dfaabf34f377a5d1fb87a", 16);
        var key = new ECPrivateKeyParameters(d, new ECDomainParameters(GMNamedCurves.GetByName("sm2p256v1")));
        byte[] text = Utf8("SDK-SM2-SM3\n20260115T083000Z\n753da008d4bc823eeac24f0a6f2d5ed22e8ec44db2a4000f7351b8db02f311f6");
        for (int i = 0; i < 100; i++)
        {
            var signer = new SM2Signer();
            signer.Init(forSigning: true, new ParametersWithID(key, Utf8("1234567812345678")));
            signer.BlockUpdate(text);
            Request.IsAccepted(Request.Authorize("SDK-SM2-SM3", Convert.ToHexStringLower(signer.GenerateSignature()))).ShouldBeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Random_bytes_are_no_signature(string algorithm, string signature)
    {
        var random = new Random(20260115);
        for (int i = 0; i < 300; i++)
        {
            byte[] bytes = i % 2 == 0 ? new byte[random.Next(1, 73)] : Convert.FromHexString(signature);
            random.NextBytes(i % 2 == 0 ? bytes : bytes.AsSpan(random.Next(bytes.Length - 4), 4));
            bytes[0] = (byte)(i % 3 == 0 ? 0x30 : bytes[0]);
            Request.IsAccepted(Request.Authorize(algorithm, Convert.ToHexStringLower(bytes))).ShouldBeFalse();
        }
    }

    [Fact]
    public void Sm3_hashes()
    {
        HashFunction.Sm3.Hex([]).ShouldBe("1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b");
        string bodyHash = HashFunction.Sm3.Hex(Request.Bytes);
        bodyHash.ShouldBe("345bfb545f3aee920d9e1762bacb6df76864155f84387a090a85c982f27ae06c");
        string[] names = ["content-type", "host", "user-agent", "x-project-id", "x-sdk-date"];
        string canonical = CanonicalRequest.Of(Request.Seen, names, bodyHash)!;
        HashFunction.Sm3.Hex(Utf8(canonical)).ShouldBe("753da008d4bc823eeac24f0a6f2d5ed22e8ec44db2a4000f7351b8db02f311f6");
    }

    [Fact]
    public void The_keys_of_ecdsa()
    {
        byte[] d = BigIntegers.AsUnsignedByteArray(32, Derive("SDK-ECDSA-P256-SHA256", SecNamedCurves.GetByName("secp256r1").N));
        Convert.ToHexStringLower(d).ShouldBe("c475d07354cf37b784771591fd628d06a884348ab5f86871d7495c8de29b952e");

        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = d });
        ECPoint point = key.ExportParameters(false).Q;
        Convert.ToHexStringLower(point.X!).ShouldBe("c7767ec0c09debde58272eb7db74b032e47c535a3f73698abe3964b18f2f9aec");
        Convert.ToHexStringLower(point.Y!).ShouldBe("1a8ecb7112c42e658d40ebd045ae43032da55668831cbeeded845227cdf3bf4d");
    }

    [Fact]
    public void The_keys_of_sm2()
    {
        var curve = GMNamedCurves.GetByName("sm2p256v1");
        BigInteger d = Derive("SDK-SM2-SM3", curve.N);
        d.ToString(16).ShouldBe("f588458eeefc944d728c97a30f5663eded274b06e03dfaabf34f377a5d1fb87a");

        var point = curve.G.Multiply(d).Normalize();
        Convert.ToHexStringLower(point.AffineXCoord.GetEncoded())
            .ShouldBe("51b58db2e63c2f175809f87e5147813c2e56992bc934ed79bb5ca73fe2e17e73");
        Convert.ToHexStringLower(point.AffineYCoord.GetEncoded())
            .ShouldBe("83a02445d1bc5dfb5fc9187203b2a623b3eb1781ff2027871313617b5d10a6b2");
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static BigInteger Derive(string algorithm, BigInteger order) =>
        PrivateKeys.Derive(AuthorizationHeader.Parse(Request.Authorize(algorithm, "00"))!, ClientRequest.SecretKey, order);

    /// <summary>One thing different each time, all of them fresh.</summary>
    private static IEnumerable<ClientRequest> Alterations()
    {
        yield return Request with { Method = "PUT" };
        yield return Request with { Target = Request.Target + "s" };
        yield return Request with { Target = "/v2/" + new string('0', 32) + "/ocr/web-image" };
        yield return Request with { Target = Request.Target + "?a=1" };
        yield return Request with { Body = Request.Body.Replace("true", "True", StringComparison.Ordinal) };
        yield return Request with { Body = Request.Body + "\n" };
        yield return Request with { Body = "" };
        yield return Request.With("X-Sdk-Date", "20260115T083001Z");
        yield return Request with { Headers = [.. Request.Headers, ("User-Agent", "another")] };
        foreach ((string name, string value) in Request.Headers)
        {
            yield return Request.Without(name);
            if (name != "X-Sdk-Date")
                yield return Request.With(name, value + "0");
        }
    }
}
