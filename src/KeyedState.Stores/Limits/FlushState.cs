using Microsoft.Win32.SafeHandles;

namespace KeyedState.Stores;

/// <summary>What it costs at least to have a write on the disk before it is acknowledged: some bytes in a file that is written through.</summary>
/// <remarks>
/// A write returns as late as if an fsync followed it, but is one call to the system where that is two. The file has its space from the start, as
/// an engine's log has that is used again: a file that grows has its length flushed too.
/// </remarks>
[State(
    Title = "Write through to the disk",
    Family = StateFamily.Limit,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    HowItWorks = "A write puts 64 bytes into a file that has its space already and is written through (O_SYNC), one write after the other; a read does nothing")]
public sealed class FlushState : IKeyedState
{
    private const int Length = 1 << 20;

    private readonly WatchedFolder folder = WatchedFolder.Create("A file that is flushed");
    private readonly Lock gate = new();
    private readonly SafeFileHandle file;
    private readonly byte[] entry = new byte[64];
    private long place;

    /// <summary>Makes a file of zeros.</summary>
    public FlushState()
    {
        var path = Path.Combine(folder.Path, "log");
        File.WriteAllBytes(path, new byte[Length]);
        file = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.None, FileOptions.WriteThrough);
    }

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => new(0);

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        lock (gate)
        {
            RandomAccess.Write(file, entry, place);
            place = (place + entry.Length) % Length;
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
