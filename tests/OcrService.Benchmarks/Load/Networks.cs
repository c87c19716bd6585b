using System.Diagnostics;
using OcrService.Benchmarks.Scoring;
using OcrService.Native;
using OcrService.Recognition;
using OcrService.Recognition.Inference;
using OcrService.Recognition.Inference.Graph;

namespace OcrService.Benchmarks.Load;

/// <summary>The networks that take most of the time: as they were published, as the service runs them, and six inputs at once, in turn on one thread.</summary>
internal static class Networks
{
    private const int Batch = 6;

    private static readonly (string Role, int Height, int Width, int Runs)[] Subjects =
    [
        ("detector", 960, 1280, 5), ("reader", 48, 320, 40), ("reader", 48, 960, 15), ("latin_reader", 48, 320, 40), ("accented_reader", 48, 320, 40),
    ];

    public static Table Measure(string models, CancellationToken cancellationToken)
    {
        // Opening them binds the native library.
        using RecognitionModels bound = RecognitionModels.Load(new RecognitionOptions { ModelPath = models });
        ModelManifest manifest = ModelManifest.Open(models);
        Table table = new("network", "input", "operators", "simplified", "ms", "ms simplified", "simplified / published", "six at once / six in turn");
        foreach ((string role, int height, int width, int runs) in Subjects)
        {
            byte[] published = manifest.Load(role);
            ReadOnlyMemory<byte> simplified = GraphSimplifier.Simplify(published);
            using OnnxSession before = OnnxSession.Open(published), after = OnnxSession.Open(simplified.Span);
            float[] input = Noise(Batch * 3 * height * width);
            bool isLine = role != "detector";
            List<double> old = [], now = [], together = [];
            for (int i = 0; i <= runs; i++)
            {
                double[] took = [Run(before, 1), Run(after, 1), isLine ? Run(after, Batch) : 0];
                if (i == 0) continue; // The first run of a shape lays out its memory.
                old.Add(took[0]);
                now.Add(took[1]);
                together.Add(took[2]);
            }

            table.Add(
                role, $"3 x {height} x {width}", $"{Operators(published)}", $"{Operators(simplified)}", $"{Quantiles.Median(old):F1}", $"{Quantiles.Median(now):F1}",
                $"{Quantiles.Median(now) / Quantiles.Median(old):F2}", isLine ? $"{Quantiles.Median(together) / (Batch * Quantiles.Median(now)):F2}" : "-");

            double Run(OnnxSession session, int count)
            {
                long start = Stopwatch.GetTimestamp();
                using OnnxTensor output = session.Run(input.AsMemory(0, count * 3 * height * width), [count, 3, height, width], cancellationToken);
                return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        return table;
    }

    private static int Operators(ReadOnlyMemory<byte> network) => NetworkGraph.Parse(network).Nodes.Count(n => n.Operator != "Constant");

    private static float[] Noise(int count)
    {
        Random random = new(1);
        float[] values = new float[count];
        foreach (ref float value in values.AsSpan()) value = (random.NextSingle() * 2) - 1;
        return values;
    }
}
