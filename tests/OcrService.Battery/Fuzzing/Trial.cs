namespace OcrService.Battery.Fuzzing;

/// <summary>One run of a target on one input.</summary>
/// <param name="Outcome">What became of it; null when it failed.</param>
/// <param name="Failure">The exception that came out; null when none did.</param>
/// <param name="Time">Processor time of the process meanwhile.</param>
internal readonly record struct Trial(string? Outcome, Exception? Failure, TimeSpan Time)
{
    public static Trial Of(FuzzTarget target, byte[] input)
    {
        TimeSpan begun = Environment.CpuUsage.TotalTime;
        string? outcome = null;
        Exception? failure = null;
        try
        {
            outcome = target.Run(input);
        }
#pragma warning disable CA1031 // Whatever comes out is what is being looked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            failure = e;
        }

        return new Trial(outcome, failure, Environment.CpuUsage.TotalTime - begun);
    }
}
