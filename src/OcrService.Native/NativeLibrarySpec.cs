namespace OcrService.Native;

/// <summary>Loads a library by name or path. Replaced in tests, to show a machine without the library.</summary>
internal delegate bool LibraryLoader(string nameOrPath, out nint library);

/// <summary>What is needed of one library, and what to tell the operator when it is not there.</summary>
/// <param name="Names">Names to try, the preferred one first.</param>
/// <param name="Minimum">Oldest version that serves.</param>
/// <param name="SameMajor">Whether a newer major version is refused, because it changes the C interface.</param>
/// <param name="Remedy">What to do about it, as the end of a sentence.</param>
internal sealed record NativeLibrarySpec(IReadOnlyList<string> Names, Version Minimum, bool SameMajor, string Remedy)
{
    public static NativeLibrarySpec Tesseract { get; } = new(
        ["libtesseract.so.5"], new Version(5, 0), SameMajor: true, "install the Debian/Ubuntu package libtesseract5");

    public static NativeLibrarySpec Leptonica { get; } = new(
        ["liblept.so.5", "libleptonica.so.6"], new Version(1, 82), SameMajor: true,
        "install the Debian/Ubuntu package liblept5 (libleptonica6 in newer releases)");

    public static NativeLibrarySpec OnnxRuntime { get; } = new(
        ["libonnxruntime.so.1"], new Version(1, 27), SameMajor: true, "run tessdata/setup.sh, which fetches it from the npm package onnxruntime-node");

    /// <summary>Loads the first name that can be loaded.</summary>
    /// <exception cref="NativeOcrException">None can.</exception>
    public nint Load(LibraryLoader load)
    {
        foreach (string name in Names)
        {
            if (load(name, out nint library)) return library;
        }

        throw new NativeOcrException("dlopen", 0, $"{string.Join(" or ", Names)} was not found: {Remedy}");
    }

    /// <summary>Reads the version out of the library's own text, such as <c>leptonica-1.82.0</c>, and judges it.</summary>
    /// <exception cref="NativeOcrException">Too old, too new, or no version at all.</exception>
    public string Require(string text)
    {
        Version? found = FirstVersion(text);
        if (found is null || found < Minimum || (SameMajor && found.Major != Minimum.Major))
        {
            string wanted = SameMajor ? $"{Minimum} or newer, below {Minimum.Major + 1}.0" : $"{Minimum} or newer";
            throw new NativeOcrException("version", 0, $"{Names[0]} says it is version '{text}', needed is {wanted}: {Remedy}");
        }

        return found.ToString();
    }

    private static Version? FirstVersion(string text)
    {
        int start = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0) return null;
        int end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.')) end++;
        return Version.TryParse(text.AsSpan(start, end - start).TrimEnd('.'), out Version? version) ? version : null;
    }
}
