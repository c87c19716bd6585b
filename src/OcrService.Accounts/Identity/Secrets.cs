using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace OcrService.Accounts.Identity;

/// <summary>Makes ids, keys and passwords, and keeps secret keys under data protection.</summary>
internal sealed class Secrets(IDataProtectionProvider protection)
{
    private const string KeyAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private const string SecretAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly IDataProtector _protector = protection.CreateProtector("OcrService.SecretKey");

    /// <summary>32 hexadecimal digits.</summary>
    public static string NewId() => Guid.NewGuid().ToString("N");

    public static string NewAccessKey() => RandomNumberGenerator.GetString(KeyAlphabet, 20);

    public static string NewSecretKey() => RandomNumberGenerator.GetString(SecretAlphabet, 40);

    public static string NewPassword() => RandomNumberGenerator.GetString(SecretAlphabet, 20);

    public string Protect(string secretKey) => _protector.Protect(secretKey);

    /// <summary>Throws <see cref="CryptographicException"/> when the key ring that protected it is lost.</summary>
    public string Unprotect(string protectedSecret) => _protector.Unprotect(protectedSecret);
}
