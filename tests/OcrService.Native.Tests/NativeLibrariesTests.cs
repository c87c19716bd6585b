using OcrService.Native.Tests.Support;

namespace OcrService.Native.Tests;

public sealed class NativeLibrariesTests : NativeTest
{
    private static readonly LibraryLoader s_emptyMachine = (string _, out nint library) =>
    {
        library = 0;
        return false;
    };

    public static TheoryData<string, string, string> Missing => new()
    {
        { "tesseract", "libtesseract.so.5", "libtesseract5" },
        { "leptonica", "liblept.so.5 or libleptonica.so.6", "liblept5" },
        { "onnx", "libonnxruntime.so.1", "tessdata/setup.sh" },
    };

    [OnnxFact]
    public void A_machine_with_everything_tells_its_versions()
    {
        NativeVersions versions = NativeLibraries.Verify();

        Version.Parse(versions.Tesseract).Major.ShouldBe(5);
        Version.Parse(versions.Leptonica).ShouldBeGreaterThanOrEqualTo(new Version(1, 82));
        Version.Parse(versions.OnnxRuntime).ShouldBeGreaterThanOrEqualTo(new Version(1, 27));
    }

    [Theory]
    [MemberData(nameof(Missing))]
    public void A_missing_library_is_named_with_its_package(string library, string file, string remedy)
    {
        var fault = Should.Throw<NativeOcrException>(() => Spec(library).Load(s_emptyMachine));

        fault.Message.ShouldContain($"{file} was not found");
        fault.Message.ShouldContain(remedy);
    }

    [Fact]
    public void The_newer_name_of_leptonica_serves_as_well()
    {
        nint found = NativeLibrarySpec.Leptonica.Load((string name, out nint library) => (library = name == "libleptonica.so.6" ? 42 : 0) != 0);

        found.ShouldBe(42);
    }

    [Theory]
    [InlineData("tesseract", "5.3.0", "5.3.0")]
    [InlineData("tesseract", "5.4.1-20-g1a2b", "5.4.1")]
    [InlineData("leptonica", "leptonica-1.82.0", "1.82.0")]
    [InlineData("onnx", "1.27.0", "1.27.0")]
    public void A_fitting_version_is_accepted(string library, string text, string version) => Spec(library).Require(text).ShouldBe(version);

    [Theory]
    [InlineData("tesseract", "4.1.1")]
    [InlineData("tesseract", "6.0.0")]
    [InlineData("leptonica", "leptonica-1.79.0")]
    [InlineData("onnx", "1.17.3")]
    [InlineData("onnx", "no version")]
    public void Another_version_is_refused_with_the_remedy(string library, string text)
    {
        var fault = Should.Throw<NativeOcrException>(() => Spec(library).Require(text));

        fault.Message.ShouldContain(text);
        fault.Message.ShouldContain(Spec(library).Remedy);
    }

    [OnnxFact]
    public void Another_onnx_runtime_than_the_loaded_one_is_refused()
    {
        NativeLibraries.Verify();

        Should.Throw<InvalidOperationException>(() => NativeLibraries.UseOnnxRuntime("/somewhere/else.so"));
    }

    private static NativeLibrarySpec Spec(string library) => library switch
    {
        "tesseract" => NativeLibrarySpec.Tesseract,
        "leptonica" => NativeLibrarySpec.Leptonica,
        _ => NativeLibrarySpec.OnnxRuntime,
    };
}
