using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OcrService.Accounts.Identity;
using OcrService.Accounts.Storage;
using OcrService.Accounts.Tests.Support;

namespace OcrService.Accounts.Tests.Storage;

public sealed class SecretsAtRestTests
{
    private static readonly BootstrapOptions Given = new() { Password = "password-at-rest", AccessKey = "ACCESSKEYATREST1", SecretKey = "secret-key-at-rest-123" };

    [Fact]
    public async Task Neither_secret_key_nor_password_is_in_the_file()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using Replica replica = await Replica.StartAsync(database, new Settings { Bootstrap = Given });
        Customer customer = await replica.NewCustomerAsync();
        NewAccessKey created = (await replica.AccessKeys.CreateAsync(customer.User.Id, "", Replica.Tester, CancellationToken.None)).Value;
        Token token = (await replica.Tokens.IssueAsync(customer.Domain.Name, "owner", customer.Password, default, "192.0.2.7", CancellationToken.None)).Value;

        string[] files = [.. new[] { "", "-wal" }.Select(ending => database.File + ending).Where(File.Exists)];
        files.Length.ShouldBe(2);
        string text = string.Concat(files.Select(f => Encoding.Latin1.GetString(ReadShared(f))));

        text.ShouldContain(created.Key.Id);
        foreach (string secret in new[] { Given.Password, Given.SecretKey, customer.Password, created.SecretKey, token.Text })
        {
            text.Contains(secret, StringComparison.Ordinal).ShouldBeFalse(secret);
            text.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('='), StringComparison.Ordinal).ShouldBeFalse(secret);
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task With_a_certificate_the_key_ring_is_encrypted_and_replicas_share_it(Engine engine)
    {
        using X509Certificate2 certificate = NewCertificate();
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        var settings = new Settings { Bootstrap = Given, KeyCertificate = certificate };
        await using Replica one = await Replica.StartAsync(database, settings), other = await Replica.StartAsync(database, settings);

        string ring = (await one.LookAsync(db => db.DataProtectionKeys.SingleAsync())).Xml!;
        ring.ShouldContain("EncryptedKey");
        ring.ShouldNotContain("<value>");

        Token token = (await one.Tokens.IssueAsync("admin", "admin", Given.Password, default, "192.0.2.7", CancellationToken.None)).Value;
        (await other.Tokens.ReadAsync(token.Text, CancellationToken.None)).Fault.ShouldBeNull();
        (await other.SigningKeys.FindAsync(Given.AccessKey, null, "192.0.2.7", CancellationToken.None)).Value.SecretKey.ShouldBe(Given.SecretKey);
    }

    [Theory, Sqlite, Postgres]
    public async Task Without_the_certificate_secret_keys_stay_secret_and_the_start_stops(Engine engine)
    {
        using X509Certificate2 certificate = NewCertificate();
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        await using Replica owner = await Replica.StartAsync(database, new Settings { Bootstrap = Given, KeyCertificate = certificate });

        InvalidOperationException e = await Should.ThrowAsync<InvalidOperationException>(() => Replica.StartAsync(database, new Settings { Bootstrap = Given }));

        e.Message.ShouldContain("KeyRing:CertificatePath");
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=key ring", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }
}
