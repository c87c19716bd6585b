namespace OcrService.Benchmarks.Samples;

/// <summary>A picture of one line with what it shows.</summary>
/// <param name="Path">The picture's file.</param>
/// <param name="Group">Pictures that are counted together.</param>
/// <param name="Label">What stands on it, or what it is of.</param>
internal sealed record LabelledPicture(string Path, string Group, string Label)
{
    /// <summary>Reads the <c>truth.tsv</c> (file, group, label) of a folder that a sample of training/ocrtrain made.</summary>
    public static LabelledPicture[] Load(DirectoryInfo folder) =>
    [
        .. File.ReadLines(System.IO.Path.Combine(folder.FullName, "truth.tsv")).Select(row => row.Split('\t'))
            .Select(cells => new LabelledPicture(System.IO.Path.Combine(folder.FullName, cells[0]), cells[1], cells[2])),
    ];
}
