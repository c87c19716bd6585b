using OcrService.Api.Authentication.Signing;

namespace OcrService.Api.Tests.Authentication.Signing;

public sealed class CanonicalUriTests
{
    [Theory]
    [InlineData("/", "/")]
    [InlineData("", "/")]
    [InlineData("/a/b", "/a/b/")]
    [InlineData("/a/b/", "/a/b/")]
    [InlineData("/a//b", "/a//b/")]
    [InlineData("/a b", "/a%20b/")]
    [InlineData("/a%20b", "/a%20b/")]
    [InlineData("/a+b", "/a%2Bb/")]
    [InlineData("/a%2bb", "/a%2Bb/")]
    [InlineData("/a%2Fb", "/a/b/")]
    [InlineData("/a%2F", "/a/")]
    [InlineData("/%7Bproject_id%7D/x", "/%7Bproject_id%7D/x/")]
    [InlineData("/%61%2D%5F%2e%7e", "/a-_.~/")]
    [InlineData("/\u4e2d", "/%E4%B8%AD/")]
    [InlineData("/%e4%b8%ad", "/%E4%B8%AD/")]
    [InlineData("/a:b@c!$&'()*,;=", "/a%3Ab%40c%21%24%26%27%28%29%2A%2C%3B%3D/")]
    [InlineData("/%2541", "/%2541/")]
    [InlineData("/%", "/%25/")]
    [InlineData("/%4", "/%254/")]
    [InlineData("/%zz%+1", "/%25zz%25%2B1/")]
    [InlineData("/%ff%FE", "/%FF%FE/")]
    [InlineData("/a/../b", "/a/../b/")]
    public void Path(string wire, string canonical) => CanonicalUri.Path(wire).ShouldBe(canonical);

    [Theory]
    [InlineData("", "")]
    [InlineData("&", "")]
    [InlineData("a", "a=")]
    [InlineData("a=", "a=")]
    [InlineData("=b", "=b")]
    [InlineData("b=1&a=2", "a=2&b=1")]
    [InlineData("a=2&a=1&a=10", "a=1&a=10&a=2")]
    [InlineData("a=1&&b=2&", "a=1&b=2")]
    [InlineData("ab=1&a=2&B=3", "B=3&a=2&ab=1")]
    [InlineData("a-b=1&a=2", "a=2&a-b=1")]
    [InlineData("a%7B=1&aZ=2", "aZ=2&a%7B=1")]
    [InlineData("a=x=y", "a=x%3Dy")]
    [InlineData("a=b+c", "a=b%20c")]
    [InlineData("a=b%20c", "a=b%20c")]
    [InlineData("a=b%2Bc", "a=b%2Bc")]
    [InlineData("a=b%26c", "a=b%26c")]
    [InlineData("k%C3%A9y=%e4%b8%ad", "k%C3%A9y=%E4%B8%AD")]
    [InlineData("a=/?:@", "a=%2F%3F%3A%40")]
    [InlineData("a=true&b=~", "a=true&b=~")]
    public void Query(string wire, string canonical) => CanonicalUri.Query(wire).ShouldBe(canonical);
}
