using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OcrService.Api.Tests.WholePath.Replicas;

/// <summary>A certificate that nobody vouches for, as a file for Kestrel.</summary>
internal static class TestCertificate
{
    public const string Password = "test-certificate";

    /// <summary>Writes a PKCS #12 file with a new key for 127.0.0.1, and gives what a client must trust.</summary>
    public static X509Certificate2 Write(string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, Password));
        return X509CertificateLoader.LoadCertificate(certificate.RawData);
    }
}
