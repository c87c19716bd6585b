using System.Collections.Concurrent;

namespace OcrService.Recognition;

/// <summary>
/// Threads that do nothing but read pictures. On the pool's threads, of which there are at first as many as processors, the pictures in
/// work would take them all, and requests that only want to be refused would wait until the pool makes more, half a second each.
/// </summary>
internal sealed class WorkerThreads : TaskScheduler, IDisposable
{
    private readonly BlockingCollection<Task> _tasks = [];

    public WorkerThreads(int count)
    {
        MaximumConcurrencyLevel = count;
        for (int i = 1; i <= count; i++)
            new Thread(Work) { IsBackground = true, Name = $"recognition {i}" }.Start();
    }

    public override int MaximumConcurrencyLevel { get; }

    /// <summary>Runs the work on one of the threads.</summary>
    public Task<T> Run<T>(Func<T> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this);

    /// <summary>Lets the threads end once they have done what they were given.</summary>
    public void Dispose() => _tasks.CompleteAdding();

    protected override void QueueTask(Task task) => _tasks.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _tasks;

    private void Work()
    {
        foreach (Task task in _tasks.GetConsumingEnumerable())
            TryExecuteTask(task);
    }
}
