using System.Diagnostics.CodeAnalysis;

namespace OcrService.Accounts.Storage;

/// <summary>What was seen last, up to a number and an age. The oldest goes first; age is by the monotonic clock.</summary>
internal sealed class Recent<TKey, TValue>(int most, TimeSpan maxAge, TimeProvider time)
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byAge = [];

    /// <summary>Remembers the value as seen now.</summary>
    public void Put(TKey key, TValue value)
    {
        lock (_lock)
        {
            Forget(key);
            Add(key, value);
        }
    }

    /// <summary>Remembers the value unless the key is known; false when it is.</summary>
    public bool TryAdd(TKey key, TValue value)
    {
        lock (_lock)
        {
            if (Find(key) is not null)
                return false;

            Add(key, value);
            return true;
        }
    }

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_lock)
        {
            LinkedListNode<Entry>? node = Find(key);
            value = node is null ? default : node.Value.Value;
            return node is not null;
        }
    }

    /// <summary>Changes what is known, from nothing or the known value, and gives the new value. Its age starts anew.</summary>
    public TValue Change(TKey key, TValue nothing, Func<TValue, TValue> change)
    {
        lock (_lock)
        {
            LinkedListNode<Entry>? node = Find(key);
            TValue value = change(node is null ? nothing : node.Value.Value);
            Forget(key);
            Add(key, value);
            return value;
        }
    }

    public void Remove(TKey key)
    {
        lock (_lock)
            Forget(key);
    }

    private LinkedListNode<Entry>? Find(TKey key) =>
        _entries.TryGetValue(key, out LinkedListNode<Entry>? node) && !IsOld(node.Value) ? node : null;

    private void Add(TKey key, TValue value)
    {
        while (_byAge.First is { } oldest && (_entries.Count >= most || IsOld(oldest.Value)))
            Forget(oldest.Value.Key);
        _entries[key] = _byAge.AddLast(new Entry(key, value, time.GetTimestamp()));
    }

    private void Forget(TKey key)
    {
        if (_entries.Remove(key, out LinkedListNode<Entry>? node))
            _byAge.Remove(node);
    }

    private bool IsOld(Entry entry) => time.GetElapsedTime(entry.SeenAt) >= maxAge;

    private readonly record struct Entry(TKey Key, TValue Value, long SeenAt);
}
