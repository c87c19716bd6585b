namespace OcrService.Api.Authentication.Signing;

/// <summary>What the key of a V11 signature is derived for.</summary>
internal sealed record CredentialScope(string Date, string Region, string Service)
{
    /// <summary>As it stands in the header, in the string to sign and in the derivation.</summary>
    public override string ToString() => $"{Date}/{Region}/{Service}";
}
