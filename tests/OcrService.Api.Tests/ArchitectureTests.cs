using System.Reflection;
using System.Security;
using OcrService.Api.Contract;

namespace OcrService.Api.Tests;

/// <summary>The drawing of the projects, as sentences that fail when they are no longer true.</summary>
public sealed class ArchitectureTests
{
    private const string Native = "OcrService.Native";
    private const string Documents = "OcrService.Documents";
    private const string Recognition = "OcrService.Recognition";
    private const string Accounts = "OcrService.Accounts";

    private static readonly Assembly Api = typeof(ErrorCatalogue).Assembly;

    [Theory]
    [InlineData(Native)]
    [InlineData(Documents)]
    public void Knows_nobody(string name) =>
        References(name).ShouldNotContain(r => r.StartsWith("OcrService.", StringComparison.Ordinal));

    [Fact]
    public void Recognition_knows_native_and_documents_only() =>
        References(Recognition).Where(r => r.StartsWith("OcrService.", StringComparison.Ordinal)).ShouldBeSubsetOf([Native, Documents]);

    [Fact]
    public void Accounts_know_documents_only() =>
        References(Accounts).Where(r => r.StartsWith("OcrService.", StringComparison.Ordinal)).ShouldBe([Documents]);

    /// <summary>They take data protection and the hasher of passwords from the framework, and nothing that belongs to a request.</summary>
    [Fact]
    public void Accounts_know_no_http() =>
        References(Accounts).ShouldNotContain(r =>
            r.StartsWith("Microsoft.AspNetCore.Http", StringComparison.Ordinal)
            || r.StartsWith("Microsoft.AspNetCore.Routing", StringComparison.Ordinal)
            || r.StartsWith("Microsoft.AspNetCore.Authentication", StringComparison.Ordinal)
            || r == "System.Net.Http");

    [Theory]
    [InlineData(Native)]
    [InlineData(Documents)]
    [InlineData(Recognition)]
    public void Below_the_api_nobody_knows_http(string name) =>
        References(name).ShouldNotContain(r => r.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || r == "System.Net.Http");

    [Fact]
    public void Only_native_calls_native_code()
    {
        foreach (Assembly assembly in new[] { Load(Documents), Load(Recognition), Load(Accounts), Api })
        {
            assembly.GetTypes()
                .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                .Where(m => m.Attributes.HasFlag(MethodAttributes.PinvokeImpl))
                .ShouldBeEmpty();
            assembly.ManifestModule.IsDefined(typeof(UnverifiableCodeAttribute)).ShouldBeFalse(assembly.GetName().Name);
        }

        Load(Native).ManifestModule.IsDefined(typeof(UnverifiableCodeAttribute)).ShouldBeTrue();
    }

    private static Assembly Load(string name) => Assembly.Load(name);

    private static IEnumerable<string> References(string name) => Load(name).GetReferencedAssemblies().Select(r => r.Name!);
}
