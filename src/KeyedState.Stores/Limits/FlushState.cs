using Microsoft.Win32.SafeHandles;

namespace KeyedState.Stores;

/// <summary>What it costs at least to have a write on the disk before it is acknowledged: some bytes at the end of a file, and a flush (fsync).</summary>
[State(
    Title = "Append and fsync",
    Family = StateFamily.Limit,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    HowItWorks = "A write appends 64 bytes to a file and flushes it to the disk, one write after the other; a read does nothing")]
public sealed class FlushState : IKeyedState
{
    private readonly WatchedFolder folder = WatchedFolder.Create("A file that is flushed");
    private readonly Lock gate = new();
    private readonly SafeFileHandle file;
    private readonly byte[] entry = new byte[64];
    private long length;

    /// <summary>Makes an empty file.</summary>
    public FlushState() => file = File.OpenHandle(Path.Combine(folder.Path, "log"), FileMode.CreateNew, FileAccess.Write);

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => new(0);

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        lock (gate)
        {
            RandomAccess.Write(file, entry, length);
            length += entry.Length;
            RandomAccess.FlushToDisk(file);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            file.Dispose();
        }

        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
