using System.Runtime.InteropServices;
using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Detection;
using OcrService.Recognition.Inference;
using OcrService.Recognition.Mrz;
using OcrService.Recognition.Reading;

namespace OcrService.Recognition;

/// <summary>Every model of the process, opened once and shared by all workers.</summary>
internal sealed class RecognitionModels : IDisposable
{
    private readonly List<IDisposable> _owned = [];

    private RecognitionModels(RecognitionOptions options)
    {
        string folder = ModelFiles.FolderOf(options);
        ModelManifest manifest = ModelManifest.Open(folder);
        NativeLibraries.UseOnnxRuntime(Path.Combine(folder, "native", RuntimeFolder, "libonnxruntime.so.1"));
        NativeLibraries.Verify();
        TextDetector detector = new(Own(OnnxSession.Open(manifest.Load("detector"))), new DbOptions());
        TextRecognizer reader = OpenReader(manifest, "reader");
        TextRecognizer? latin = manifest.Has("latin_reader") ? OpenReader(manifest, "latin_reader") : null;
        LookAgain = (image, cancellationToken) => new LoadedPicture(image, detector, reader, latin, cancellationToken);
        Pipeline = new RecognitionPipeline(detector, new DirectedReader(reader.Read), new LatinReader(latin), Own(OpenScripts(manifest)), new MrzFinder(reader, latin), options.DetectionSide);
    }

    public RecognitionPipeline Pipeline { get; }

    /// <summary>Opens a decoded picture for a second look.</summary>
    public Func<PixelImage, CancellationToken, IPicture> LookAgain { get; }

    private static string RuntimeFolder => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64";

    public static RecognitionModels Load(RecognitionOptions options) => new(options);

    public void Dispose()
    {
        foreach (IDisposable owned in _owned)
            owned.Dispose();
    }

    private TextRecognizer OpenReader(ModelManifest manifest, string role)
    {
        OnnxSession session = Own(OnnxSession.Open(manifest.Load(role)));
        // PaddleOCR's exporter can put the dictionary into the model; a file beside it is the older way.
        IReadOnlyList<long> shape = session.Outputs[0].Shape;
        byte[] dictionary = session.Metadata("character") is { } embedded
            ? System.Text.Encoding.UTF8.GetBytes(embedded)
            : manifest.Load(role + "_dictionary");
        return new TextRecognizer(session, ReaderDictionary.Parse(dictionary, (int)shape[^1]));
    }

    private static ScriptReader OpenScripts(ModelManifest manifest)
    {
        (string Language, char First, char Last)[] known = [("tha", '\u0E00', '\u0E7F'), ("khm", '\u1780', '\u17FF'), ("mya", '\u1000', '\u109F')];
        return new ScriptReader([.. known.Where(k => manifest.Has("traineddata." + k.Language))
            .Select(k => new ScriptReader.Script(new EnginePool(k.Language, manifest.Load("traineddata." + k.Language)), k.First, k.Last))]);
    }

    private T Own<T>(T disposable)
        where T : IDisposable
    {
        _owned.Add(disposable);
        return disposable;
    }
}
