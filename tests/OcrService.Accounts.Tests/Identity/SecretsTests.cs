using OcrService.Accounts.Identity;

namespace OcrService.Accounts.Tests.Identity;

public sealed class SecretsTests
{
    private const string Secret = "do-not-print-this";

    /// <summary>Whatever is logged by mistake.</summary>
    [Fact]
    public void What_holds_a_secret_does_not_print_it()
    {
        var domain = new Domain { Id = "d1", Name = "domain", CreatedAt = default };
        var user = new User { Id = "u1", DomainId = "d1", Name = "user", CreatedAt = default, Role = Role.ReadOnly, PasswordHash = Secret, Stamp = Secret };
        var caller = new Caller(user, domain, CallerScope.All, "KEY");
        var key = new AccessKey { Id = "KEY", UserId = "u1", CreatedAt = default, ProtectedSecret = Secret };
        object[] holders =
        [
            user, caller, key, new NewAccessKey(key, Secret), new SigningKey("KEY", Secret, "192.0.2.7", caller), new TemporaryKey("KEY", Secret, Secret, default),
            new Token(Secret, caller, null, default, default), new DomainSpec("domain", "region-1", null, "user", Secret),
            new UserSpec("user", Secret, Role.ReadOnly, null, null), new UserChange(Secret, null, null, null),
        ];

        foreach (object holder in holders)
            holder.ToString()!.ShouldNotContain(Secret, customMessage: holder.GetType().Name);
    }
}
