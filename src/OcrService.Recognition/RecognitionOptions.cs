using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace OcrService.Recognition;

/// <summary>Settings of recognition, section <c>Recognition</c>.</summary>
public sealed class RecognitionOptions
{
    public const string Section = "Recognition";

    /// <summary>Folder of models and natives with its <c>models.json</c>. Empty (default): <c>tessdata</c> beside the program or in a folder above it.</summary>
    [Description("Folder of the models with models.json; empty: `tessdata` beside the program or in a folder above it")]
    public string ModelPath { get; set; } = "";

    /// <summary>Pictures read at the same time, each on one thread. 0 (default): one per processor.</summary>
    [Description("Pictures read at the same time, one thread each; 0: one per processor")]
    [Range(0, 256)]
    public int Workers { get; set; }

    /// <summary>Pictures that may wait for a worker; the next one is refused. Default 32.</summary>
    [Description("Pictures that may wait for a worker; the next one is refused with 429")]
    [Range(0, 10_000)]
    public int QueueLength { get; set; } = 32;

    /// <summary>Megabytes that pictures waiting and running may take together. 0 (default): half of what the process may use, its container's limit or the machine's memory.</summary>
    [Description("Megabytes that all pictures, waiting and running, may take; 0: half of what the process may use. Large pictures wait for each other")]
    [Range(0, 1 << 20)]
    public int PictureMemory { get; set; }

    /// <summary>Longest time from entering the queue to the finished page. Default 50 s, below the 60 s after which clients give up.</summary>
    [Description("Longest time for one picture, waiting included")]
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(50);

    /// <summary>Longer side of the picture as the text detector sees it, in pixels. Default 1280.</summary>
    [Description("Longer side of the picture as the text detector sees it, in pixels; more finds smaller print and takes longer")]
    [Range(320, 4096)]
    public int DetectionSide { get; set; } = 1280;

    /// <summary>Bytes that pictures may take.</summary>
    internal long EffectivePictureMemory => PictureMemory > 0 ? (long)PictureMemory << 20 : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;

    /// <summary>Effective number of workers.</summary>
    internal int EffectiveWorkers => Workers > 0 ? Workers : Environment.ProcessorCount;
}
