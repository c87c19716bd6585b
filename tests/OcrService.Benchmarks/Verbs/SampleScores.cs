using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Samples;
using OcrService.Benchmarks.Scoring;

namespace OcrService.Benchmarks.Verbs;

/// <summary>Reads samples one after another and scores each.</summary>
internal static class SampleScores
{
    public static async Task<List<(Sample Sample, Score Score)>> RunAsync(
        IPictureReader reader, IReadOnlyList<Sample> samples, float degrees, bool detectDirection, Predictions? predictions, CancellationToken cancellationToken)
    {
        var scores = new List<(Sample, Score)>();
        foreach (Sample sample in samples)
        {
            byte[] file = TurnedPicture.Turn(await File.ReadAllBytesAsync(sample.FullPath, cancellationToken), degrees);
            PictureReading reading = sample.HasZone
                ? await reader.ReadDocumentAsync(file, cancellationToken)
                : await reader.ReadTextAsync(file, detectDirection, cancellationToken);
            if (reading.Fault is { } fault) await Console.Error.WriteLineAsync($"{sample.File}: {fault}");
            if (sample.HasZone) predictions?.AddDocument(sample.File, reading);
            else predictions?.AddText(sample.File, reading);
            scores.Add((sample, ScoreOf(sample, reading)));
        }

        return scores;
    }

    public static Score ScoreOf(Sample sample, PictureReading reading) => sample.HasZone
        ? Score.OfMrz(sample.Truth.Mrz!, reading.Mrz.Count > 0 ? reading.Mrz : reading.Lines)
        : Score.OfText(sample.Truth.Lines ?? [], reading.Lines, sample.Truth.Ignore ?? [], sample.ReadingOrder == "free");
}
