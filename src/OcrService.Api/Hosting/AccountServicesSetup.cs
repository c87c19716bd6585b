using System.ComponentModel;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OcrService.Accounts;
using OcrService.Accounts.Billing;
using OcrService.Accounts.Identity;
using OcrService.Accounts.Metering;
using OcrService.Accounts.Storage;
using OcrService.Api.Authentication;

namespace OcrService.Api.Hosting;

/// <summary>Binds accounts and metering to the host.</summary>
internal static class AccountServicesSetup
{
    private const string ConnectionName = "Accounts";
    private const string DefaultConnection = "Data Source=accounts.db";

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.AddOptionsSection<BootstrapOptions>(BootstrapOptions.Section);
        builder.AddOptionsSection<DatabaseOptions>(DatabaseOptions.Section);
        builder.AddOptionsSection<KeyRingOptions>(KeyRingOptions.Section);
        builder.AddOptionsSection<LockoutOptions>(LockoutOptions.Section);
        builder.AddOptionsSection<MeteringOptions>(MeteringOptions.Section);
        builder.AddOptionsSection<PricingOptions>(PricingOptions.Section);
        KeyRingOptions ring = builder.Configuration.GetSection(KeyRingOptions.Section).Get<KeyRingOptions>() ?? new KeyRingOptions();
        builder.Services.AddAccounts(
            builder.Configuration.GetConnectionString(ConnectionName) is { Length: > 0 } given ? given : DefaultConnection,
            ring.CertificatePath.Length == 0 ? null : LoadCertificate(ring),
            Console.Error.WriteLine);
        builder.Services.AddSingleton<SignatureAuthenticator>();
    }

    private static X509Certificate2 LoadCertificate(KeyRingOptions ring)
    {
        if (!File.Exists(ring.CertificatePath))
            throw new AccountsStartException($"The certificate '{ring.CertificatePath}' does not exist. Look at KeyRing:CertificatePath.");

        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(ring.CertificatePath, ring.CertificatePassword);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new AccountsStartException(
                $"The certificate '{ring.CertificatePath}' cannot be used: {e.Message} Look at KeyRing:CertificatePath and KeyRing:CertificatePassword.", e);
        }
    }
}

/// <summary>How the keys that seal tokens and secret keys are kept.</summary>
internal sealed class KeyRingOptions
{
    public const string Section = "KeyRing";

    [Description("PKCS #12 file that encrypts the key ring in the database, the same for all replicas; empty: the ring lies there as it is, "
        + "and secret keys are as safe as the database")]
    public string CertificatePath { get; set; } = "";

    [Description("Password of that file")]
    public string CertificatePassword { get; set; } = "";
}
