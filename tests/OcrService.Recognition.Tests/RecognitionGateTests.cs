using OcrService.Documents;

namespace OcrService.Recognition.Tests;

public sealed class RecognitionGateTests
{
    private const long Megapixel = 10_000_000;

    private static readonly PictureWeight Light = new(File: 1000, Pixels: 10_000), Large = new(File: 1000, Pixels: 67 * Megapixel);

    [Fact]
    public async Task Beyond_running_and_waiting_the_next_is_refused_at_once()
    {
        using RecognitionGate gate = new(workers: 2, queueLength: 1);
        using ManualResetEventSlim release = new();
        Task<Outcome<string>>[] admitted = [.. Enumerable.Range(0, 3).Select(_ => gate.RunAsync(Light, () => Wait(release), CancellationToken.None))];

        Outcome<string> refused = await gate.RunAsync<string>(Light, () => "never", CancellationToken.None);

        refused.Fault.ShouldBe(RecognitionFaults.Busy);
        release.Set();
        (await Task.WhenAll(admitted)).ShouldAllBe(o => o.Value == "done");
        (await gate.RunAsync<string>(Light, () => "again", CancellationToken.None)).Value.ShouldBe("again");
        gate.Admitted.ShouldBe(0);
    }

    [Fact]
    public async Task Never_more_run_than_there_are_workers()
    {
        using RecognitionGate gate = new(workers: 2, queueLength: 50);
        int running = 0, most = 0;
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => gate.RunAsync<string>(
            Light,
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
        Task<Outcome<string>> first = gate.RunAsync(Light, () => Wait(release), CancellationToken.None);
        Task<Outcome<string>> second = gate.RunAsync<string>(Light, () => "never", leaves.Token);

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

        await Should.ThrowAsync<InvalidOperationException>(() => gate.RunAsync<string>(Light, () => throw new InvalidOperationException(), CancellationToken.None));

        gate.Admitted.ShouldBe(0);
        (await gate.RunAsync<string>(Light, () => "next", CancellationToken.None)).Value.ShouldBe("next");
    }

    [Fact]
    public async Task Small_pictures_pass_the_large_ones_that_wait_for_each_other()
    {
        using RecognitionGate gate = new(workers: 2, queueLength: 10);
        using ManualResetEventSlim release = new();
        Task<Outcome<string>>[] large = [.. Enumerable.Range(0, 3).Select(_ => gate.RunAsync(Large, () => Wait(release), CancellationToken.None))];

        for (int i = 0; i < 5; i++)
            (await gate.RunAsync<string>(Light, () => "passed", CancellationToken.None)).Value.ShouldBe("passed");

        gate.Running.ShouldBe(1);
        release.Set();
        (await Task.WhenAll(large)).ShouldAllBe(o => o.Value == "done");
    }

    [Fact]
    public async Task A_single_worker_takes_large_ones_too()
    {
        using RecognitionGate gate = new(workers: 1, queueLength: 0, memory: 1);

        (await gate.RunAsync<string>(Large, () => "done", CancellationToken.None)).Value.ShouldBe("done");
    }

    [Fact]
    public async Task What_runs_together_fits_into_the_memory_and_who_waits_for_memory_is_not_passed()
    {
        PictureWeight half = new(File: 1, Pixels: 40), most = new(File: 1, Pixels: 70);
        using RecognitionGate gate = new(workers: 8, queueLength: 10, memory: 100);
        using ManualResetEventSlim release = new();
        Task<Outcome<string>> first = gate.RunAsync(half, () => Wait(release), CancellationToken.None);
        Task<Outcome<string>> second = gate.RunAsync(most, () => Wait(release), CancellationToken.None);
        Task<Outcome<string>> third = gate.RunAsync(new PictureWeight(1, 1), () => Wait(release), CancellationToken.None);

        gate.Running.ShouldBe(1);
        gate.Waiting.ShouldBe(2);
        release.Set();
        (await Task.WhenAll(first, second, third)).ShouldAllBe(o => o.Value == "done");
        gate.Admitted.ShouldBe(0);
    }

    [Fact]
    public async Task Files_that_wait_take_a_quarter_of_the_memory_at_most()
    {
        PictureWeight file = new(File: 10, Pixels: 1);
        using RecognitionGate gate = new(workers: 1, queueLength: 10, memory: 100);
        using ManualResetEventSlim release = new();
        Task<Outcome<string>>[] admitted = [.. Enumerable.Range(0, 3).Select(_ => gate.RunAsync(file, () => Wait(release), CancellationToken.None))];

        (await gate.RunAsync<string>(file, () => "never", CancellationToken.None)).Fault.ShouldBe(RecognitionFaults.Busy);

        gate.Waiting.ShouldBe(2);
        release.Set();
        (await Task.WhenAll(admitted)).ShouldAllBe(o => o.Value == "done");
    }

    [Fact]
    public async Task Whoever_leaves_lets_those_behind_start()
    {
        PictureWeight half = new(File: 1, Pixels: 40), most = new(File: 1, Pixels: 70);
        using RecognitionGate gate = new(workers: 8, queueLength: 10, memory: 100);
        using ManualResetEventSlim release = new();
        using CancellationTokenSource leaves = new();
        Task<Outcome<string>> first = gate.RunAsync(half, () => Wait(release), CancellationToken.None);
        Task<Outcome<string>> second = gate.RunAsync<string>(most, () => "never", leaves.Token);
        Task<Outcome<string>> third = gate.RunAsync<string>(new PictureWeight(1, 1), () => "started", CancellationToken.None);

        await leaves.CancelAsync();

        (await third).Value.ShouldBe("started");
        await Should.ThrowAsync<OperationCanceledException>(() => second);
        release.Set();
        (await first).Value.ShouldBe("done");
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
