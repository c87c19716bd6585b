using System.Runtime.InteropServices;
using OcrService.Documents.Fields;
using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Detection;
using OcrService.Recognition.Fonts;
using OcrService.Recognition.Imaging;
using OcrService.Recognition.Inference;
using OcrService.Recognition.Inference.Graph;
using OcrService.Recognition.Mrz;
using OcrService.Recognition.Reading;
using OcrService.Recognition.Reading.Han;

namespace OcrService.Recognition;

/// <summary>Every model of the process, opened once and shared by all workers.</summary>
internal sealed class RecognitionModels : IDisposable
{
    /// <summary>Height at which Tesseract reads Chinese best, in pixels.</summary>
    public const int ChineseHeight = 56;

    private readonly List<IDisposable> _owned = [];

    private RecognitionModels(RecognitionOptions options)
    {
        string folder = ModelFiles.FolderOf(options);
        ModelManifest manifest = ModelManifest.Open(folder);
        NativeLibraries.UseOnnxRuntime(Path.Combine(folder, "native", RuntimeFolder, "libonnxruntime.so.1"));
        NativeLibraries.Verify();
        TextDetector detector = new(OpenSession(manifest, "detector"), new DbOptions());
        TextRecognizer reader = OpenReader(manifest, "reader");
        TextRecognizer? latin = OpenReaderIfListed(manifest, "latin_reader"), accented = OpenReaderIfListed(manifest, "accented_reader");
        LatinReader latinLines = new(reader, latin, accented);
        LineReaders readers = Readers = new(reader, latinLines, OpenWritings(manifest, reader, latinLines));
        FontClassifier? fonts = manifest.Has("font_classifier") ? OpenFontClassifier(manifest) : null;
        LookAgain = (image, cancellationToken) => new LoadedPicture(image, detector, readers, fonts, cancellationToken);
        FieldScript[] scripts = [.. readers.Writings.Keys.Where(s => s is FieldScript.Thai or FieldScript.Khmer or FieldScript.Burmese)];
        ILineReader[] unknownToGeneral = [.. scripts.Select(s => readers.Writings[s]).Distinct().Select(r => new WritingFilter(r, scripts))];
        MrzReaders = OpenMrzReaders(manifest, reader, latin);
        Pipeline = new RecognitionPipeline(detector, readers, new ScriptReader(unknownToGeneral), new MrzFinder(MrzReaders), options.DetectionSide);
    }

    public RecognitionPipeline Pipeline { get; }

    /// <summary>The readers of single lines.</summary>
    public LineReaders Readers { get; }

    /// <summary>The ways of reading a row of a machine readable zone, the first one first; the others are for zones that it leaves in doubt.</summary>
    public IReadOnlyList<IMrzRowReader> MrzReaders { get; }

    /// <summary>Opens a decoded picture for a second look.</summary>
    public Func<PixelImage, CancellationToken, IPicture> LookAgain { get; }

    private static string RuntimeFolder => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64";

    public static RecognitionModels Load(RecognitionOptions options) => new(options);

    public void Dispose()
    {
        foreach (IDisposable owned in _owned)
            owned.Dispose();
    }

    private OnnxSession OpenSession(ModelManifest manifest, string role)
    {
        try
        {
            return Own(OnnxSession.Open(GraphSimplifier.Simplify(manifest.Load(role)).Span));
        }
        catch (NativeOcrException e)
        {
            throw new InvalidDataException($"The model '{manifest.PathOf(role)}' ({role}) cannot be run: {e.Message}", e);
        }
    }

    private TextRecognizer OpenReader(ModelManifest manifest, string role)
    {
        OnnxSession session = OpenSession(manifest, role);
        // PaddleOCR's exporter can put the dictionary into the model; a file beside it is the older way.
        IReadOnlyList<long> shape = session.Outputs[0].Shape;
        byte[] dictionary = session.Metadata("character") is { } embedded
            ? System.Text.Encoding.UTF8.GetBytes(embedded)
            : manifest.Load(role + "_dictionary");
        ReaderDictionary symbols = ReaderDictionary.Parse(dictionary, (int)shape[^1]);
        return new TextRecognizer(
            session, symbols, keepsSpaces: session.Metadata("spaces") == "read", OpenSearchIfListed(manifest, role + "_sequences", symbols));
    }

    private TextRecognizer? OpenReaderIfListed(ModelManifest manifest, string role) => manifest.Has(role) ? OpenReader(manifest, role) : null;

    private static CtcBeamSearch? OpenSearchIfListed(ModelManifest manifest, string role, ReaderDictionary dictionary)
    {
        if (!manifest.Has(role))
            return null;
        try
        {
            return new CtcBeamSearch(SymbolModel.Parse(manifest.Load(role)), dictionary);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"'{manifest.PathOf(role)}' ({role}): {e.Message}", e);
        }
    }

    private FontClassifier OpenFontClassifier(ModelManifest manifest)
    {
        OnnxSession session = OpenSession(manifest, "font_classifier");
        string names = session.Metadata("names") ?? throw new InvalidDataException("The model of the role 'font_classifier' brings no names.");
        return new FontClassifier(new LineNetwork(session), names.Split('\n'));
    }

    private HanLineReader OpenHanReader(ModelManifest manifest, TextRecognizer general)
    {
        OnnxSession session = OpenSession(manifest, "han_reader");
        string characters = session.Metadata("character") ?? throw new InvalidDataException("The model of the role 'han_reader' brings no alphabet.");
        return new HanLineReader(new HanNetwork(session, new HanAlphabet(characters)), general, general.Dictionary);
    }

    private List<IMrzRowReader> OpenMrzReaders(ModelManifest manifest, TextRecognizer general, TextRecognizer? latin)
    {
        List<IMrzRowReader> ways = [];
        if (manifest.Has("mrz_reader"))
        {
            OnnxSession session = OpenSession(manifest, "mrz_reader");
            string characters = session.Metadata("character") ?? throw new InvalidDataException("The model of the role 'mrz_reader' brings no alphabet.");
            MrzAlphabet alphabet = MrzAlphabet.Of(characters);
            ways.Add(new MrzNetwork("own", session, alphabet, MrzNetwork.Stretch));
            ways.Add(new MrzNetwork("own-narrow", session, alphabet, MrzNetwork.Narrow));
        }

        if (latin is not null)
        {
            ways.Add(new MaskedRowReader("latin", latin, ChannelNormalization.Centered, 1));
            ways.Add(new MaskedRowReader("latin-wide", latin, ChannelNormalization.Unit, 1.15f));
        }

        ways.Add(new MaskedRowReader("general", general, ChannelNormalization.Unit, 1.15f));
        if (latin is null)
            ways.Add(new MaskedRowReader("general-wide", general, ChannelNormalization.Centered, 1.3f));
        return ways;
    }

    private Dictionary<FieldScript, ILineReader> OpenWritings(ModelManifest manifest, TextRecognizer general, LatinReader latin)
    {
        // Heights at which Tesseract reads the writing best.
        (FieldScript Script, string Language, int Height)[] known =
        [
            (FieldScript.Thai, "tha", 40), (FieldScript.Khmer, "khm", 40), (FieldScript.Burmese, "mya", 40), (FieldScript.TraditionalChinese, "chi_tra", ChineseHeight),
        ];
        Dictionary<FieldScript, ILineReader> readers = [];
        if (manifest.Has("script_reader"))
        {
            // One reader for all of them, so that a line of unknown writing is read once.
            MarkedLineReader scripts = new(OpenReader(manifest, "script_reader"));
            foreach (FieldScript script in (ReadOnlySpan<FieldScript>)[FieldScript.Thai, FieldScript.Khmer, FieldScript.Burmese])
                readers[script] = scripts;
        }

        if (manifest.Has("han_reader"))
            readers[FieldScript.TraditionalChinese] = OpenHanReader(manifest, general);
        // What no reader of our own reads, Tesseract does; for comparison, all of them when their roles are taken out of models.json.
        foreach ((FieldScript script, string language, int height) in known)
        {
            if (!readers.ContainsKey(script) && manifest.Has("traineddata." + language))
                readers[script] = Tesseract(language, c => WritingBlocks.Has(script, c), height);
        }

        if (readers.TryGetValue(FieldScript.TraditionalChinese, out ILineReader? traditional))
            readers[FieldScript.ChineseName] = new FullerReader(general, traditional);
        if (manifest.Has("traineddata.spa"))
            readers[FieldScript.Spanish] = new AccentReader(latin, Tesseract("spa", char.IsAsciiLetter, 40));
        return readers;

        TesseractLineReader Tesseract(string language, Func<char, bool> isOfWriting, int height) =>
            Own(new TesseractLineReader(new EnginePool(language, manifest.Load("traineddata." + language)), isOfWriting, height));
    }

    private T Own<T>(T disposable)
        where T : IDisposable
    {
        _owned.Add(disposable);
        return disposable;
    }
}
