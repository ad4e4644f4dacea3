using System.Collections.Concurrent;

namespace KeyedState.Stores;

/// <summary>A SQLite database with a write-ahead log, in this process and a temporary folder.</summary>
/// <remarks>
/// SQLite takes one writer at a time, and one that finds the database taken tries again after a pause. So all writes go over one connection
/// behind a lock. A reader doesn't wait for the writer, and takes a connection that is free or opens one.
/// </remarks>
public abstract class SqliteState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private readonly WatchedFolder folder = WatchedFolder.Create("SQLite");
    private readonly SqliteSynchronous synchronous;
    private readonly Lock writing = new();
    private readonly SqliteSession writer;
    private readonly ConcurrentBag<SqliteSession> readers = [];
    private volatile bool isDisposed;

    private protected SqliteState(SqliteSynchronous synchronous)
    {
        this.synchronous = synchronous;
        writer = Open();
    }

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        var reader = TakeReader();
        try
        {
            return new(reader.ValueOf(key));
        }
        finally
        {
            GiveBack(reader);
        }
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        lock (writing)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            writer.Set(key, value);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount)
    {
        lock (writing)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            return new(writer.AddTo(key, amount));
        }
    }

    /// <inheritdoc/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        lock (writing)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            return new(writer.Transfer(source, target, amount));
        }
    }

    /// <inheritdoc/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values[..keys.Length];
        var reader = TakeReader();
        try
        {
            reader.ReadAll(keys.Span, places.Span);
        }
        finally
        {
            GiveBack(reader);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Refuses further operations, ends the connections and removes the database.</summary>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        lock (writing)
        {
            if (isDisposed)
            {
                return ValueTask.CompletedTask;
            }

            isDisposed = true;
            writer.Dispose();
        }

        CloseFreeReaders();
        return new(Task.Run(folder.Dispose));
    }

    private SqliteSession Open() => new(Path.Combine(folder.Path, "map.db"), synchronous);

    private SqliteSession TakeReader()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        return readers.TryTake(out var reader) ? reader : Open();
    }

    private void GiveBack(SqliteSession reader)
    {
        readers.Add(reader);

        // Looked at after it was given back: either this sees the disposal, or the disposal sees the connection.
        if (isDisposed)
        {
            CloseFreeReaders();
        }
    }

    private void CloseFreeReaders()
    {
        while (readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }
}
