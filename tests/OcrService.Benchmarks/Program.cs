using System.CommandLine;
using OcrService.Benchmarks.Verbs;

var common = new CommonOptions();
var root = new RootCommand("Measures how well and how fast the service reads.")
{
    AccuracyVerb.Create(common),
    RotationVerb.Create(common),
    SpeedVerb.Create(common),
    PerformanceVerb.Create(common),
    OverloadVerb.Create(common),
    SoakVerb.Create(common),
    ReplicasVerb.Create(common),
    SizingVerb.Create(common),
    RefusalsVerb.Create(common),
    SpecimensVerb.Create(),
    ChecksVerb.Create(common),
    LinesVerb.Create(common),
    FontLinesVerb.Create(common),
    MrzLinesVerb.Create(common),
    MrzZonesVerb.Create(common),
};
try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is NotSupportedException or InvalidOperationException or IOException or HttpRequestException)
{
    // What the person at the terminal can mend; anything else is a bug and keeps its stack trace.
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
