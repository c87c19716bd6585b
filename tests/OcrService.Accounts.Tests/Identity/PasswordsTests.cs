using OcrService.Accounts.Identity;

namespace OcrService.Accounts.Tests.Identity;

public sealed class PasswordsTests
{
    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void Passwords_have_8_to_128_characters(int length, bool isGood) => Passwords.IsAcceptable(new string('x', length)).ShouldBe(isGood);

    [Fact]
    public void No_password_is_not_acceptable() => Passwords.IsAcceptable(null).ShouldBeFalse();

    [Fact]
    public async Task A_hash_has_its_own_salt_and_knows_its_password_alone()
    {
        using var passwords = new Passwords();
        string hash = Passwords.Hash("correct horse");
        hash.ShouldNotContain("correct");
        hash.ShouldNotBe(Passwords.Hash("correct horse"));

        var user = new User { Id = "u1", DomainId = "d1", Name = "user", CreatedAt = default, Role = Role.ReadOnly, PasswordHash = hash };
        (await passwords.CheckAsync(user, "correct horse", CancellationToken.None)).ShouldBe(true);
        (await passwords.CheckAsync(user, "correct Horse", CancellationToken.None)).ShouldBe(false);
        (await passwords.CheckAsync(null, "correct horse", CancellationToken.None)).ShouldBe(false);
    }
}
