using OcrService.Recognition.Inference;

namespace OcrService.Recognition;

/// <summary>The folder of models, natives and data.</summary>
public static class ModelFiles
{
    /// <summary>Content of the file that serves a role of <c>models.json</c>, checked against its SHA-256.</summary>
    /// <exception cref="InvalidDataException">The folder, the role or the file is missing, or the file is not the listed one.</exception>
    public static byte[] Load(RecognitionOptions options, string role)
    {
        ArgumentNullException.ThrowIfNull(options);
        return ModelManifest.Open(FolderOf(options)).Load(role);
    }

    /// <summary>The configured folder, or <c>tessdata</c> beside the program or in the nearest folder above it.</summary>
    internal static string FolderOf(RecognitionOptions options)
    {
        if (options.ModelPath.Length > 0)
            return Path.GetFullPath(options.ModelPath);
        for (DirectoryInfo? d = new(AppContext.BaseDirectory); d is not null; d = d.Parent)
        {
            string candidate = Path.Combine(d.FullName, "tessdata");
            if (File.Exists(Path.Combine(candidate, ModelManifest.FileName)))
                return candidate;
        }

        throw new InvalidDataException("No tessdata folder with models.json was found beside the program or above it: set Recognition:ModelPath.");
    }
}
