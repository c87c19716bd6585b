using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using OcrService.Benchmarks.Readers;
using OcrService.Specimens;
using SkiaSharp;

namespace OcrService.Benchmarks.Verbs;

/// <summary>What the largest picture costs the service in memory.</summary>
internal static class MemoryVerb
{
    public static Command Create(CommonOptions common)
    {
        var pid = new Option<int>("--pid") { Description = "Process id of the service.", Required = true };
        var side = new Option<int>("--side") { Description = "Side of the square picture in pixels.", DefaultValueFactory = _ => 8192 };
        var command = new Command("memory", "Sends one picture of the largest size and prints the service's peak memory.") { pid, side };
        common.AddService(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            if (common.Address(result) is not { } address)
            {
                await Console.Error.WriteLineAsync("memory measures a running service: give --url.");
                return 1;
            }

            byte[] picture = Render(result.GetValue(side));
            Console.WriteLine($"picture: {picture.Length / 1e6:0.0} MB as JPEG");
            await using ServiceReader service = await ServiceReader.ConnectAsync(address, cancellationToken);
            int process = result.GetValue(pid);
            Console.WriteLine($"peak before: {PeakMegabytes(process):0} MB");
            JsonObject answer = await service.PostAsync("web-image", ServiceReader.TextRequest(picture, detectDirection: true), cancellationToken);
            Console.WriteLine($"answer: {ServiceReader.TextOf(answer) switch { { Fault: { } fault } => fault, var read => $"{read.Lines.Count} lines" }}");
            Console.WriteLine($"peak after: {PeakMegabytes(process):0} MB");
            return 0;
        });
        return command;
    }

    /// <summary>A square picture filled with text pages, as JPEG.</summary>
    internal static byte[] Render(int side)
    {
        const int columns = 4;
        int cell = side / columns;
        using var sheet = new SKBitmap(new SKImageInfo(side, side, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(sheet))
        {
            canvas.Clear(SKColors.White);
            for (int i = 0; i < columns * columns; i++)
            {
                using Specimen page = TextPage.Render(i + 1);
                float scale = Math.Min((float)cell / page.Bitmap.Width, (float)cell / page.Bitmap.Height);
                using SKImage image = SKImage.FromBitmap(page.Bitmap);
                SKRect place = SKRect.Create(i % columns * cell, i / columns * cell, page.Bitmap.Width * scale, page.Bitmap.Height * scale);
                canvas.DrawImage(image, place, new SKSamplingOptions(SKCubicResampler.Mitchell));
            }
        }

        using SKData jpeg = sheet.Encode(SKEncodedImageFormat.Jpeg, 80);
        return jpeg.ToArray();
    }

    /// <summary>The largest resident size the process ever had.</summary>
    private static double PeakMegabytes(int pid)
    {
        string line = File.ReadLines($"/proc/{pid}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) / 1024.0;
    }
}
