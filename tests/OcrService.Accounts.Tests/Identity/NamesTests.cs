using OcrService.Accounts.Identity;

namespace OcrService.Accounts.Tests.Identity;

public sealed class NamesTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("ap-southeast-1", true)]
    [InlineData("who_is.it@example", true)]
    [InlineData("张伟", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("two words", false)]
    [InlineData("a/b", false)]
    [InlineData("line\nbreak", false)]
    [InlineData("<b>", false)]
    public void Names_are_letters_digits_and_four_signs(string? name, bool isGood) => Names.IsGood(name).ShouldBe(isGood);

    [Fact]
    public void Names_have_64_letters_at_most()
    {
        Names.IsGood(new string('a', 64)).ShouldBeTrue();
        Names.IsGood(new string('a', 65)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef", true)]
    [InlineData("Test_project-1", true)]
    [InlineData("", false)]
    [InlineData("a/b", false)]
    [InlineData("a b", false)]
    [InlineData("{project_id}", false)]
    [InlineData("项目", false)]
    [InlineData(null, false)]
    public void Ids_are_what_stands_in_a_path_as_it_is(string? id, bool isGood) => Names.IsId(id).ShouldBe(isGood);

    [Theory]
    [InlineData("ABCDEFGHIJ0123456789", true)]
    [InlineData("abcd-012", true)]
    [InlineData("abcd012", false)]
    [InlineData("abcdefghij01234,", false)]
    [InlineData("张伟张伟张伟张伟张伟张伟张伟张伟", false)]
    [InlineData(null, false)]
    public void Access_keys_have_8_plain_letters_at_least(string? key, bool isGood) => Names.IsAccessKey(key).ShouldBe(isGood);

    [Fact]
    public void What_is_invented_is_good()
    {
        Names.IsId(Secrets.NewId()).ShouldBeTrue();
        Names.IsAccessKey(Secrets.NewAccessKey()).ShouldBeTrue();
        Passwords.IsAcceptable(Secrets.NewPassword()).ShouldBeTrue();
    }
}
