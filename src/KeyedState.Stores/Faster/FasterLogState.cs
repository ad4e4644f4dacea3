using FASTER.core;

namespace KeyedState.Stores;

/// <summary>The key-value store FASTER with its log in a file of a temporary folder, and the newest part of the log in memory.</summary>
/// <remarks>
/// A record in the part of the log that still changes is written in place; any other is written anew at the log's end. A record that is no
/// longer in memory is read from the file.
/// </remarks>
public abstract class FasterLogState : IKeyedState
{
    private readonly WatchedFolder? folder;
    private readonly FileDevice log;
    private readonly FasterKVSettings<int, int> settings;
    private readonly SessionPool sessions;
    private readonly Lazy<Task> closed;

    private protected FasterLogState(FasterLogSizes sizes, string? path)
    {
        folder = path is null ? WatchedFolder.Create("FASTER") : null;
        path ??= folder!.Path;
        log = new FileDevice(Path.Combine(path, "log"));
        settings = new(baseDir: null)
        {
            LogDevice = log,
            CheckpointManager = new DeviceLogCommitCheckpointManager(
                new FileDeviceFactory(), new DefaultCheckpointNamingScheme(Path.Combine(path, "checkpoints")), removeOutdated: true),
            TryRecoverLatest = true,
            IndexSize = sizes.Index,
            PageSize = sizes.Page,
            MemorySize = sizes.Memory,
            ConcurrencyControlMode = ConcurrencyControlMode.LockTable,
        };
        Store = new FasterKV<int, int>(settings);
        sessions = new(() => Store.For(new RecordFunctions()).NewSession<RecordFunctions>());
        closed = new(CloseAsync);
    }

    private protected FasterKV<int, int> Store { get; }

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(int key)
    {
        var session = sessions.Take();
        try
        {
            var (status, value) = (await session.ReadAsync(key)).Complete();
            return status.Found ? value : 0;
        }
        finally
        {
            sessions.Return(session);
        }
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(int key, int value)
    {
        var session = sessions.Take();
        try
        {
            for (var write = await session.UpsertAsync(key, value); write.Status.IsPending; write = await write.CompleteAsync())
            {
            }

            await AcknowledgeAsync();
        }
        finally
        {
            sessions.Return(session);
        }
    }

    /// <summary>Refuses further operations, waits for those that are under way, frees the store and removes its files.</summary>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return new(closed.Value);
    }

    /// <summary>Completes when what was written before may be acknowledged.</summary>
    private protected abstract ValueTask AcknowledgeAsync();

    private async Task CloseAsync()
    {
        await sessions.CloseAsync();
        Store.Dispose();
        settings.Dispose();
        log.Dispose();
        await Task.Run(() => folder?.Dispose());
    }
}
