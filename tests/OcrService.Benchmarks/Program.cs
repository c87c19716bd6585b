using System.CommandLine;
using OcrService.Benchmarks.Verbs;

var common = new CommonOptions();
var root = new RootCommand("Measures how well and how fast the service reads.")
{
    AccuracyVerb.Create(common),
    RotationVerb.Create(common),
    SpeedVerb.Create(common),
    MemoryVerb.Create(common),
};
return await root.Parse(args).InvokeAsync();
