using System.CommandLine;
using OcrService.Battery.Fuzzing.Targets;
using OcrService.Battery.Pictures;

namespace OcrService.Battery.Verbs;

/// <summary>Takes the hostile pictures through gate and decoder in this process, so that a crash names the one that did it.</summary>
internal static class PicturesVerb
{
    public static Command Create()
    {
        var like = new Option<string>("--like") { Description = "Only pictures whose name holds this.", DefaultValueFactory = _ => "" };
        var folder = new Option<DirectoryInfo?>("--out") { Description = "Save them here instead." };
        var command = new Command("pictures", "Takes the hostile pictures through gate and decoder, and tells what each cost.") { like, folder };
        command.SetAction(result =>
        {
            var target = new DecodeTarget(takesAll: true);
            foreach (PictureFile picture in HostilePictures.All().Where(p => p.Name.Contains(result.GetValue(like)!, StringComparison.Ordinal)))
            {
                if (result.GetValue(folder) is { } place)
                {
                    place.Create();
                    File.WriteAllBytes(Path.Combine(place.FullName, picture.Name.Replace('/', ' ')), picture.Bytes);
                    continue;
                }

                Console.Write($"{picture.Name} ({picture.Bytes.Length} bytes): ");
                TimeSpan started = Environment.CpuUsage.TotalTime;
                string outcome = target.Run(picture.Bytes);
                Console.WriteLine($"{outcome}, {(Environment.CpuUsage.TotalTime - started).TotalMilliseconds:0} ms of a processor");
            }
        });
        return command;
    }
}
