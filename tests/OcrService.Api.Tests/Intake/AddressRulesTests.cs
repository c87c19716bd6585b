using System.Net;
using OcrService.Api.Intake;

namespace OcrService.Api.Tests.Intake;

public sealed class AddressRulesTests
{
    /// <summary>First and last address of every range that must not be dialled, with the next one outside where that is public.</summary>
    public static TheoryData<string> Forbidden { get; } =
    [
        "0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.1", "127.255.255.255",
        "169.254.0.0", "169.254.169.254", "172.16.0.0", "172.31.255.255", "192.0.0.0", "192.0.0.255", "192.0.2.1", "192.88.99.1",
        "192.168.0.0", "192.168.255.255", "198.18.0.0", "198.19.255.255", "198.51.100.7", "203.0.113.255", "224.0.0.1",
        "239.255.255.255", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::7f00:1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1", "64:ff9b::808:808",
        "64:ff9b:1::1", "100::1", "2001::1", "2001:0:ffff::", "2001:2::1", "2001:10::1", "2001:db8::1", "2002:7f00:1::1",
        "2002:808:808::1", "3fff::1", "5f00::1", "fc00::1", "fdff::1", "fe80::1", "fe80::1%1", "febf::1", "fec0::1", "ff02::1",
        "4000::1", "1fff::1",
        // Where clouds keep their metadata, and IPv4 loopback in the remaining IPv6 disguises: translated, ISATAP, compatible, Teredo.
        "100.100.100.200", "168.63.129.16", "192.0.0.192", "fd00:ec2::254", "fd20:ce::254", "::ffff:0:127.0.0.1", "fe80::5efe:7f00:1", "::127.0.0.1",
        "2001:0:7f00:1::",
    ];

    public static TheoryData<string> Public { get; } =
    [
        "1.0.0.0", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
        "168.63.129.15", "168.63.129.17", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.167.255.255", "192.169.0.0",
        "198.17.255.255", "198.20.0.0", "223.255.255.255", "2001:200::1", "2001:4860:4860::8888", "2400::1", "2606:4700::1111",
    ];

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void Not_public(string address) => new AddressRules([]).Permit(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [MemberData(nameof(Public))]
    public void Public_unicast(string address) => new AddressRules([]).Permit(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("10.2.0.1", false)]
    [InlineData("::ffff:10.1.2.3", false)]
    [InlineData("fd00:1::5", true)]
    [InlineData("fd00:2::5", false)]
    public void Only_the_networks_named_by_the_operator_are_opened(string address, bool permitted) =>
        new AddressRules(["10.1.0.0/16", "fd00:1::/32"]).Permit(IPAddress.Parse(address)).ShouldBe(permitted);
}
