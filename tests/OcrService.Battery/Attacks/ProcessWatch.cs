using System.Globalization;

namespace OcrService.Battery.Attacks;

/// <summary>Looks at a process of this machine through <c>/proc</c>: whether it lives, its memory, and the files it has open for writing.</summary>
internal sealed class ProcessWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly string _folder;
    private readonly HashSet<string> _before;
    private readonly HashSet<string> _since = new(StringComparer.Ordinal);

    public ProcessWatch(int process)
    {
        _folder = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}");
        _before = [.. WritableFiles()];
        ResidentBefore = Resident();
    }

    public bool IsAlive => Directory.Exists(_folder);

    /// <summary>Resident memory in bytes when the watch began.</summary>
    public long ResidentBefore { get; }

    /// <summary>Files that were seen open for writing since, and were not before: nothing but a database's own may be.</summary>
    public IReadOnlyCollection<string> Opened => _since;

    public long Resident()
    {
        foreach (string line in File.ReadLines(Path.Combine(_folder, "status")))
        {
            if (line.StartsWith("VmRSS:", StringComparison.Ordinal)) return long.Parse(line[6..^2], CultureInfo.InvariantCulture) << 10;
        }

        return 0;
    }

    /// <summary>Looks again and again until it is told to stop. What is opened and closed between two looks is missed; strace misses nothing.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        while (IsAlive && !cancellationToken.IsCancellationRequested)
        {
            _since.UnionWith(WritableFiles().Where(f => !_before.Contains(f)));
            await Task.Delay(Interval, CancellationToken.None);
        }
    }

    private IEnumerable<string> WritableFiles()
    {
        foreach (string number in ListDescriptors())
        {
            string? target = null;
            try
            {
                target = File.ResolveLinkTarget(number, returnFinalTarget: false)?.FullName;
                if (target is null || !File.Exists(target) || target.StartsWith("/dev/", StringComparison.Ordinal)) continue;
                string flags = File.ReadLines(Path.Combine(_folder, "fdinfo", Path.GetFileName(number))).First(l => l.StartsWith("flags:", StringComparison.Ordinal));
                // The last octal digit is the mode: 1 writing, 2 both.
                if ((flags[^1] - '0' & 3) == 0) continue;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
            {
                // Closed meanwhile.
                continue;
            }

            yield return target;
        }
    }

    private string[] ListDescriptors()
    {
        try
        {
            return Directory.GetFiles(Path.Combine(_folder, "fd"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
