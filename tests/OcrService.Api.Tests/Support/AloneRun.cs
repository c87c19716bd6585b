namespace OcrService.Api.Tests.Support;

/// <summary>Tests that listen to the whole process, and would hear other services under test.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneRun
{
    public const string Name = "alone";
}
