using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Tests.WholePath;

/// <summary>The real models, opened once for all tests of the whole path.</summary>
public sealed class WholePathModels : IDisposable
{
    private static readonly ImageLimits AnyPicture = new(Enum.GetValues<ImageFormat>().ToHashSet(), MinSide: 15, MaxSide: 8192);

    private readonly RecognitionModels _models = RecognitionModels.Load(new RecognitionOptions());

    internal RecognitionPipeline Pipeline => _models.Pipeline;

    public void Dispose() => _models.Dispose();

    /// <summary>Opens a picture for looks at its parts.</summary>
    internal IPicture LookAgain(PixelImage picture) => _models.LookAgain(picture, CancellationToken.None);

    /// <summary>Takes a file the way the service does: gate, decoder, pipeline.</summary>
    internal Page Read(byte[] file, ReadingPlan plan)
    {
        using PixelImage picture = Decode(file);
        return Pipeline.Read(picture, plan, CancellationToken.None);
    }

    internal static AdmittedImage Admit(byte[] file) => ImageGate.Admit(file, AnyPicture).Value.ShouldNotBeNull();

    internal static PixelImage Decode(byte[] file) => PictureDecoder.Decode(Admit(file)).Value.ShouldNotBeNull();
}

/// <summary>
/// Both run after everything else and one test at a time: reading takes all processors, times are measured, and the count of native
/// objects is one for the process.
/// </summary>
internal static class WholePathRuns
{
    public const string SharedModels = "whole path, shared models";
    public const string OwnModels = "whole path, models of their own";
}

[CollectionDefinition(WholePathRuns.SharedModels, DisableParallelization = true)]
public sealed class SharedModelsRun : ICollectionFixture<WholePathModels>;

[CollectionDefinition(WholePathRuns.OwnModels, DisableParallelization = true)]
public sealed class OwnModelsRun;
