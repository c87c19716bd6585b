using System.Diagnostics;
using OcrService.Api.Tests.Support;
using Xunit.Abstractions;

namespace OcrService.Api.Tests.WholePath.Replicas;

/// <summary>What a bill must be after a rush, a crash and a stop, whatever the number of services and the database.</summary>
internal sealed class Billing(ServiceGroup services, ITestOutputHelper output)
{
    private const int Quota = 150;
    private const int Callers = 6;

    /// <summary>What a killed process may lose, and a second for a slow machine.</summary>
    private static readonly TimeSpan AtRisk = ServiceGroup.FlushInterval + TimeSpan.FromSeconds(1);

    /// <summary>200 calls, and 20 that fail, all at the same time.</summary>
    public async Task RushAsync()
    {
        const int good = 200, bad = 20;
        Customer customer = await Customer.CreateAsync(services.First, Quota);

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, good + bad).Select(i =>
        {
            ServiceProcess service = services.All[i % services.All.Count];
            return i % 11 == 0 ? customer.CallInVainAsync(service) : customer.CallAsync(service);
        }));

        answers.Count(a => a.Status == 200).ShouldBe(good);
        foreach (Answer failed in answers.Where(a => a.Status != 200))
            failed.ShouldFail(400, "AIS.0102", "The image format is not supported.");
        foreach (ServiceProcess service in services.All)
            (await customer.BillAsync(service, good + bad)).ShouldBe(new Bill(good, bad, Free: 0, Quota, good - Quota, PackageUsed: Quota));
    }

    /// <summary>SIGKILL in the middle of calls; those of the others go on, and a new process takes its place.</summary>
    public async Task CrashAsync()
    {
        Customer customer = await Customer.CreateAsync(services.First, Quota);
        await WarmUpAsync();
        await using var load = new Load(customer);
        ServiceProcess victim = services.Last;
        foreach (ServiceProcess service in services.All)
            load.Start(service, Callers);
        // So long that most of its calls must have been written.
        await load.WaitAsync(() => load.ReceivedFrom(victim).Count(c => Stopwatch.GetElapsedTime(c.EndedAt) > AtRisk) > 50);

        long killedAt = Stopwatch.GetTimestamp();
        await victim.KillAsync();
        await load.WaitAsync(() => load.Broken == Callers);
        await load.StopAsync();
        await services.HealAsync();
        await using var rest = new Load(customer);
        foreach (ServiceProcess service in services.All)
            rest.Start(service, Callers);
        await rest.WaitAsync(() => rest.ReceivedFrom(services.Last).Any() && rest.Received.Count() > Quota);
        await rest.StopAsync();

        Call[] calls = [.. load.Calls, .. rest.Calls];
        calls.ShouldAllBe(c => c.Answer == null || c.Answer.Status == 200);
        int received = calls.Count(c => c.Answer is not null), broken = calls.Length - received;
        int atRisk = load.ReceivedFrom(victim).Count(c => Stopwatch.GetElapsedTime(c.EndedAt, killedAt) < AtRisk);
        // What is written at all is written by now.
        await Task.Delay(AtRisk);
        Bill bill = await customer.BillAsync(services.First, received - atRisk);
        output.WriteLine($"received {received}, at risk {atRisk}, broken {broken}, billed {bill.Successful}");
        broken.ShouldBe(Callers);
        bill.Successful.ShouldBeInRange(received - atRisk, received + broken);
        bill.ShouldBe(new Bill(bill.Successful, Failed: 0, Free: 0, Quota, bill.Successful - Quota, PackageUsed: Quota));
    }

    /// <summary>SIGTERM in the middle of calls.</summary>
    public async Task StopAsync()
    {
        Customer customer = await Customer.CreateAsync(services.First, Quota);
        await using var load = new Load(customer);
        foreach (ServiceProcess service in services.All)
            load.Start(service, Callers);
        await load.WaitAsync(() => load.ReceivedFrom(services.Last).Count() > 50);

        int code = await services.Last.StopAsync();
        await load.StopAsync();
        if (services.First.HasExited)
            await services.HealAsync();

        code.ShouldBe(0);
        int received = load.Received.Count(), answered = load.Calls.Count - load.Broken;
        Bill bill = await customer.BillAsync(services.First, answered);
        output.WriteLine($"received {received}, refused {answered - received}, broken {load.Broken}, billed {bill.Successful}");
        bill.Successful.ShouldBe(received);
        bill.Calls.ShouldBe(answered);
        bill.PackageUsed.ShouldBe(Math.Min(received, Quota));
    }

    /// <summary>The first write of a new process compiles its way to the database, which takes more than a moment on a busy machine.</summary>
    private async Task WarmUpAsync()
    {
        Customer other = await Customer.CreateAsync(services.First);
        foreach (ServiceProcess service in services.All)
            await other.CallAsync(service);
        await other.BillAsync(services.First, services.All.Count);
    }
}
