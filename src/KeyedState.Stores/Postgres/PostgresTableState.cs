using System.Data;
using System.Net.Sockets;
using Npgsql;

namespace KeyedState.Stores;

/// <summary>A table of a PostgreSQL server with a row for each key, and a pool of connections that all callers share.</summary>
/// <remarks>
/// One statement is a transaction of its own, which sees one state of the database. A transfer has several statements, so it is a serialisable
/// transaction, which the server refuses if another came first; then it begins anew.
/// </remarks>
public abstract class PostgresTableState : IKeyedState, IEngineState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private readonly OpenCalls calls = new();
    private readonly PostgresPlace place;
    private readonly NpgsqlDataSource pool;

    private protected PostgresTableState(PostgresPlace place)
    {
        (this.place, pool) = (place, NpgsqlDataSource.Create(place.Connection));
        try
        {
            using var make = pool.CreateCommand(place.Engine is null ? PostgresStatements.MakeTable : PostgresStatements.MakeTableOnce);
            make.ExecuteNonQuery();
        }
        catch (Exception failure) when (failure is NpgsqlException or SocketException or IOException or TimeoutException)
        {
            pool.Dispose();
            place.Engine?.Dispose();
            throw place.Engine is null ? Unreachable() : new EngineFailedException($"{place.Title} can't be reached: {failure.Message}", failure);
        }
    }

    /// <inheritdoc/>
    public EngineHost? Engine => place.Engine;

    /// <summary>Whether it is known what the engine has had of the processors: most of that is its backends', which are processes of their own.</summary>
    public bool KnowsProcessorTime => Engine is not null && ProcessFamily.IsKnown;

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => Answer(async () =>
    {
        await using var command = Command(PostgresStatements.Read, key);
        return await command.ExecuteScalarAsync() is int value ? value : 0;
    });

    /// <inheritdoc/>
    public async ValueTask WriteAsync(int key, int value) => await Answer(async () =>
    {
        await using var command = Command(PostgresStatements.Write, key, value);
        return await command.ExecuteNonQueryAsync();
    });

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount) => Answer(async () =>
    {
        await using var command = Command(PostgresStatements.Add, key, amount);
        return unchecked((int)(await command.ExecuteScalarAsync())! - amount);
    });

    /// <inheritdoc/>
    public async ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        return await Answer(async () =>
        {
            await using var connection = await pool.OpenConnectionAsync();
            while (true)
            {
                try
                {
                    return await TransferOnceAsync(connection, source, target, amount);
                }
                catch (PostgresException failure) when (failure.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected)
                {
                    Retries.Count();
                }
            }
        });
    }

    /// <inheritdoc/>
    public async ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values[..keys.Length];
        if (keys.Length == 0)
        {
            return;
        }

        await Answer(async () =>
        {
            await using var command = pool.CreateCommand(PostgresStatements.ReadMany);
            await ReadAllAsync(command, keys, places);
            return keys.Length;
        });
    }

    /// <summary>
    /// Refuses further operations, and completes once those under way are answered and the connections and the server have ended; on an outside
    /// one it removes the table.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (await calls.CloseAsync())
        {
            await pool.DisposeAsync();
            await Task.Run(() =>
            {
                if (Engine is { } engine)
                {
                    engine.Dispose();
                }
                else
                {
                    OutsidePostgres.RemoveTable(place.Connection);
                }
            });
        }
    }

    private static async Task<TransferResult> TransferOnceAsync(NpgsqlConnection connection, int source, int target, int amount)
    {
        // Rolled back if it is left without a commit.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.Serializable);
        var seen = new int[2];
        await using (var read = new NpgsqlCommand(PostgresStatements.ReadMany, connection, transaction))
        {
            await ReadAllAsync(read, new[] { source, target }, seen);
        }

        var (from, to) = (seen[0], seen[1]);
        if (from >= amount)
        {
            InvalidTransferException.ThrowIfTooLarge(to, amount);

            // In the order of keys: two that lock the same rows in opposite order would wait for each other, which the server notices after a second.
            await using var write = new NpgsqlCommand(PostgresStatements.WriteTwo, connection, transaction);
            write.Parameters.AddRange(source < target
                ? Parameters(source, from - amount, target, to + amount)
                : Parameters(target, to + amount, source, from - amount));
            await write.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        return new(from, to, Moved: from >= amount);
    }

    private static async Task ReadAllAsync(NpgsqlCommand command, ReadOnlyMemory<int> keys, Memory<int> places)
    {
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = keys.ToArray() });
        places.Span.Clear();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var (key, value) = (rows.GetInt32(0), rows.GetInt32(1));
            for (var i = 0; i < keys.Length; i++)
            {
                places.Span[i] = keys.Span[i] == key ? value : places.Span[i];
            }
        }
    }

    private static NpgsqlParameter[] Parameters(params int[] values) => Array.ConvertAll(values, value => (NpgsqlParameter)new NpgsqlParameter<int> { TypedValue = value });

    private NpgsqlCommand Command(string statement, params int[] values)
    {
        var command = pool.CreateCommand(statement);
        command.Parameters.AddRange(Parameters(values));
        return command;
    }

    private async ValueTask<T> Answer<T>(Func<Task<T>> call)
    {
        calls.Begin();
        try
        {
            return await call();
        }
        catch (Exception failure) when (Engine is null && failure is NpgsqlException or SocketException or IOException or TimeoutException)
        {
            throw Unreachable();
        }
        finally
        {
            calls.End();
        }
    }

    // What the client says would say where the server is.
    private EngineFailedException Unreachable() => new($"{place.Title} can't be reached, or failed an operation.");
}
