using OcrService.Documents;

namespace OcrService.Recognition.Tests;

public sealed class RecognitionGateTests
{
    [Fact]
    public async Task Beyond_running_and_waiting_the_next_is_refused_at_once()
    {
        using RecognitionGate gate = new(workers: 2, queueLength: 1);
        using ManualResetEventSlim release = new();
        Task<Outcome<string>>[] admitted = [.. Enumerable.Range(0, 3).Select(_ => gate.RunAsync(() => Wait(release), CancellationToken.None))];

        Outcome<string> refused = await gate.RunAsync<string>(() => "never", CancellationToken.None);

        refused.Fault.ShouldBe(RecognitionFaults.Busy);
        release.Set();
        (await Task.WhenAll(admitted)).ShouldAllBe(o => o.Value == "done");
        (await gate.RunAsync<string>(() => "again", CancellationToken.None)).Value.ShouldBe("again");
        gate.Admitted.ShouldBe(0);
    }

    [Fact]
    public async Task Never_more_run_than_there_are_workers()
    {
        using RecognitionGate gate = new(workers: 2, queueLength: 50);
        int running = 0, most = 0;
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => gate.RunAsync<string>(
            () =>
            {
                int now = Interlocked.Increment(ref running);
                InterlockedMax(ref most, now);
                SpinWait.SpinUntil(() => false, 2);
                Interlocked.Decrement(ref running);
                return "done";
            },
            CancellationToken.None)));

        most.ShouldBeInRange(1, 2);
    }

    [Fact]
    public async Task One_who_leaves_while_waiting_frees_the_place()
    {
        using RecognitionGate gate = new(workers: 1, queueLength: 1);
        using ManualResetEventSlim release = new();
        using CancellationTokenSource leaves = new();
        Task<Outcome<string>> first = gate.RunAsync(() => Wait(release), CancellationToken.None);
        Task<Outcome<string>> second = gate.RunAsync<string>(() => "never", leaves.Token);

        await leaves.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => second);
        gate.Admitted.ShouldBe(1);
        release.Set();
        (await first).Value.ShouldBe("done");
    }

    [Fact]
    public async Task Work_that_throws_frees_the_place()
    {
        using RecognitionGate gate = new(workers: 1, queueLength: 0);

        await Should.ThrowAsync<InvalidOperationException>(() => gate.RunAsync<string>(() => throw new InvalidOperationException(), CancellationToken.None));

        gate.Admitted.ShouldBe(0);
        (await gate.RunAsync<string>(() => "next", CancellationToken.None)).Value.ShouldBe("next");
    }

    private static Outcome<string> Wait(ManualResetEventSlim release)
    {
        release.Wait(TimeSpan.FromSeconds(30));
        return "done";
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref target)) && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }
}
