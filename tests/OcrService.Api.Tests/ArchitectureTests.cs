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

    private static readonly Assembly Api = typeof(ErrorCatalogue).Assembly;

    [Theory]
    [InlineData(Native)]
    [InlineData(Documents)]
    public void Knows_nobody(string name) =>
        References(name).ShouldNotContain(r => r.StartsWith("OcrService.", StringComparison.Ordinal));

    [Fact]
    public void Recognition_knows_native_and_documents_only() =>
        References(Recognition).Where(r => r.StartsWith("OcrService.", StringComparison.Ordinal)).ShouldBeSubsetOf([Native, Documents]);

    [Theory]
    [InlineData(Native)]
    [InlineData(Documents)]
    [InlineData(Recognition)]
    public void Below_the_api_nobody_knows_http(string name) =>
        References(name).ShouldNotContain(r => r.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || r == "System.Net.Http");

    [Fact]
    public void Only_native_calls_native_code()
    {
        foreach (Assembly assembly in new[] { Load(Documents), Load(Recognition), Api })
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
