using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Scoring;
using OcrService.Specimens;
using OcrService.Specimens.Documents;
using OcrService.Specimens.Wearing;

namespace OcrService.Benchmarks.Verbs;

/// <summary>What turning a document costs: every rendered document as one photograph, upright and turned all around.</summary>
internal static class SpecimenRotation
{
    /// <summary>Turns in degrees, clockwise.</summary>
    private static readonly float[] Turns = [0, 45, 90, 135, 180, 225, 270, 315];

    /// <summary>Share of exact fields by turn, with the points lost against the upright pictures.</summary>
    public static async Task<Table> CompareAsync(ServiceReader service, int firstSeed, int count, CancellationToken cancellationToken)
    {
        var right = new int[Turns.Length];
        var all = new int[Turns.Length];
        foreach (DocumentSpecimen document in DocumentSpecimen.All)
        {
            for (int seed = firstSeed; seed < firstSeed + count; seed++)
            {
                using Specimen specimen = document.Render(seed);
                WearPlan photo = WearPlan.For(WearKind.Photo, seed);
                for (int i = 0; i < Turns.Length; i++)
                {
                    byte[] jpeg = Wear.Apply(specimen, photo with { Turn = photo.Turn + Turns[i] }, seed).Jpeg;
                    PictureReading reading = await service.ReadFieldsAsync(document, jpeg, cancellationToken);
                    all[i] += specimen.Truth.Fields.Count;
                    right[i] += reading.Fault is null ? specimen.Truth.Fields.Count(f => reading.Fields.GetValueOrDefault(f.Key, "") == f.Value) : 0;
                }
            }
        }

        var table = new Table("turn", "fields, exact", "points against upright");
        for (int i = 0; i < Turns.Length; i++)
        {
            double share = (double)right[i] / all[i];
            table.Add($"{Turns[i]}", Table.Cell(share), $"{100 * (share - ((double)right[0] / all[0])):+0.0;-0.0;0.0}");
        }

        return table;
    }
}
