using System.Text.Encodings.Web;
using System.Text.Json;
using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Scoring;
using OcrService.Specimens;
using OcrService.Specimens.Documents;
using OcrService.Specimens.Wearing;

namespace OcrService.Benchmarks.Verbs;

/// <summary>Which specimens are read, and what is told of them.</summary>
/// <param name="Seed">First seed.</param>
/// <param name="Count">Seeds of each document.</param>
/// <param name="Document">Beginning of the names of the documents; <see cref="SpecimenAccuracy.TextPages"/> are one of them.</param>
/// <param name="Wears">Kinds of wear.</param>
/// <param name="Each">Print every field that is wrong.</param>
/// <param name="Dump">Folder for the worn pictures; null to keep none.</param>
internal sealed record SpecimenSelection(int Seed, int Count, string Document, IReadOnlyList<WearKind> Wears, bool Each, string? Dump);

/// <summary>Renders specimens, wears them, has them read, and tells what is still right, by document, field and kind of wear.</summary>
internal sealed class SpecimenAccuracy(IPictureReader reader, SpecimenSelection selection)
{
    public const string TextPages = "text-page";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SpecimenTally _tally = new();

    public async Task<SpecimenTally> RunAsync(CancellationToken cancellationToken)
    {
        if (selection.Dump is { } folder) Directory.CreateDirectory(folder);
        DocumentSpecimen[] documents = [.. DocumentSpecimen.All.Where(d => d.Name.StartsWith(selection.Document, StringComparison.Ordinal))];
        for (int seed = selection.Seed; seed < selection.Seed + selection.Count; seed++)
        {
            foreach (DocumentSpecimen document in documents)
            {
                using Specimen specimen = document.Render(seed);
                foreach (WearKind wear in selection.Wears) await DocumentAsync(document, specimen, seed, wear, cancellationToken);
            }

            if (!TextPages.StartsWith(selection.Document, StringComparison.Ordinal)) continue;
            using Specimen page = TextPage.Render(seed);
            foreach (WearKind wear in selection.Wears) await TextAsync(page, seed, wear, cancellationToken);
        }

        return _tally;
    }

    private async Task DocumentAsync(DocumentSpecimen document, Specimen specimen, int seed, WearKind wear, CancellationToken cancellationToken)
    {
        // A reader that knows no fields can only be asked for the zone.
        var service = reader as ServiceReader;
        if (service is null && specimen.Truth.MrzLines.Count == 0) return;
        byte[] jpeg = await WornAsync(document.Name, specimen, seed, wear, cancellationToken);
        PictureReading reading = service is null
            ? await reader.ReadDocumentAsync(jpeg, cancellationToken)
            : await service.ReadFieldsAsync(document, jpeg, cancellationToken);
        if (reading.Fault is { } fault) _tally.AddFault(document.Name, fault);
        if (specimen.Truth.MrzLines.Count > 0) _tally.AddZone(document.Name, wear, Score.OfMrz(specimen.Truth.MrzLines, reading.Mrz));
        if (service is null) return;
        if (selection.Each && reading.Fault is not null) Tell(document, seed, wear, "-", "a reading", reading.Fault);
        foreach ((string field, string expected) in specimen.Truth.Fields)
        {
            string? read = reading.Fault is null ? reading.Fields.GetValueOrDefault(field, "") : null;
            _tally.AddField(document.Name, field, wear, expected, read);
            if (selection.Each && read is not null && read != expected) Tell(document, seed, wear, field, expected, read);
        }
    }

    private async Task TextAsync(Specimen page, int seed, WearKind wear, CancellationToken cancellationToken)
    {
        byte[] jpeg = await WornAsync(TextPages, page, seed, wear, cancellationToken);
        PictureReading reading = await reader.ReadTextAsync(jpeg, detectDirection: true, cancellationToken);
        // Columns beside one another have no single right order.
        _tally.AddText(wear, Score.OfText(page.Truth.Lines.Select(l => l.Text), reading.Lines, page.Truth.Ignored, anyOrder: true));
    }

    private async Task<byte[]> WornAsync(string name, Specimen specimen, int seed, WearKind wear, CancellationToken cancellationToken)
    {
        byte[] jpeg = Wear.Apply(specimen, wear, seed).Jpeg;
        if (selection.Dump is { } folder) await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}-{seed}-{wear}.jpg"), jpeg, cancellationToken);
        return jpeg;
    }

    private static void Tell(DocumentSpecimen document, int seed, WearKind wear, string field, string expected, string read) =>
        Console.WriteLine($"{document.Name} {seed} {wear} {field}: {Quoted(expected)} read {Quoted(read)}");

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Relaxed);
}
