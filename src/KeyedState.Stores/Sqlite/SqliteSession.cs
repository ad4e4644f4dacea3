using System.Globalization;
using Microsoft.Data.Sqlite;

namespace KeyedState.Stores;

/// <summary>One connection to a database, with its statements prepared. For one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private const string Table = "CREATE TABLE IF NOT EXISTS map (key INTEGER PRIMARY KEY, value INTEGER NOT NULL)";
    private const string Write = "INSERT INTO map (key, value) VALUES ($key, $value) ON CONFLICT (key) DO UPDATE SET value = excluded.value";

    // An integer of SQLite has 64 bits, and a sum wraps around at 32.
    private const string Add =
        """
        INSERT INTO map (key, value) VALUES ($key, $value)
        ON CONFLICT (key) DO UPDATE SET value = ((value + excluded.value + 2147483648) & 4294967295) - 2147483648
        RETURNING value
        """;

    private readonly SqliteConnection connection;
    private readonly SqliteCommand read;
    private readonly SqliteCommand write;
    private readonly SqliteCommand add;
    private readonly SqliteCommand begin;
    private readonly SqliteCommand commit;
    private readonly SqliteCommand rollback;
    private readonly Dictionary<int, SqliteCommand> readsOfMany = [];

    /// <summary>Connects to a database, which is made where it doesn't exist.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="synchronous">When the log is flushed.</param>
    public SqliteSession(string file, SqliteSynchronous synchronous)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        using (var settings = connection.CreateCommand())
        {
            settings.CommandText = $"PRAGMA journal_mode = WAL; PRAGMA synchronous = {(synchronous == SqliteSynchronous.Full ? "FULL" : "NORMAL")}; {Table}";
            settings.ExecuteNonQuery();
        }

        read = Prepared("SELECT value FROM map WHERE key = $key", "$key");
        write = Prepared(Write, "$key", "$value");
        add = Prepared(Add, "$key", "$value");
        (begin, commit, rollback) = (Prepared("BEGIN IMMEDIATE"), Prepared("COMMIT"), Prepared("ROLLBACK"));
    }

    /// <summary>A key's value; 0 where it has none.</summary>
    public int ValueOf(int key)
    {
        read.Parameters[0].Value = key;
        return read.ExecuteScalar() is long value ? (int)value : 0;
    }

    /// <summary>Sets a key's value.</summary>
    public void Set(int key, int value)
    {
        (write.Parameters[0].Value, write.Parameters[1].Value) = (key, value);
        write.ExecuteNonQuery();
    }

    /// <summary>Adds to a key's value.</summary>
    /// <returns>The value before.</returns>
    public int AddTo(int key, int amount)
    {
        (add.Parameters[0].Value, add.Parameters[1].Value) = (key, amount);
        return unchecked((int)(long)add.ExecuteScalar()! - amount);
    }

    /// <summary>Moves an amount in a transaction.</summary>
    /// <exception cref="InvalidTransferException">The target can't hold the sum; nothing has changed.</exception>
    public TransferResult Transfer(int source, int target, int amount)
    {
        begin.ExecuteNonQuery();
        try
        {
            var result = Move(source, target, amount);
            commit.ExecuteNonQuery();
            return result;
        }
        catch
        {
            rollback.ExecuteNonQuery();
            throw;
        }
    }

    /// <summary>Reads several keys by one statement, which sees one state of the database.</summary>
    public void ReadAll(ReadOnlySpan<int> keys, Span<int> values)
    {
        var many = ReadOf(keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            many.Parameters[i].Value = keys[i];
        }

        values[..keys.Length].Clear();
        using var rows = many.ExecuteReader();
        while (rows.Read())
        {
            var (key, value) = (rows.GetInt32(0), rows.GetInt32(1));
            for (var i = 0; i < keys.Length; i++)
            {
                values[i] = keys[i] == key ? value : values[i];
            }
        }
    }

    /// <summary>Ends the connection.</summary>
    public void Dispose()
    {
        foreach (var command in readsOfMany.Values.Concat([read, write, add, begin, commit, rollback]))
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    private TransferResult Move(int source, int target, int amount)
    {
        var (from, to) = (ValueOf(source), ValueOf(target));
        if (from < amount)
        {
            return new(from, to, Moved: false);
        }

        InvalidTransferException.ThrowIfTooLarge(to, amount);
        Set(source, from - amount);
        Set(target, to + amount);
        return new(from, to, Moved: true);
    }

    private SqliteCommand ReadOf(int count)
    {
        if (!readsOfMany.TryGetValue(count, out var many))
        {
            string[] names = [.. Enumerable.Range(0, count).Select(index => string.Create(CultureInfo.InvariantCulture, $"$key{index}"))];
            readsOfMany[count] = many = Prepared($"SELECT key, value FROM map WHERE key IN ({string.Join(", ", names)})", names);
        }

        return many;
    }

    private SqliteCommand Prepared(string text, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter, SqliteType.Integer);
        }

        command.Prepare();
        return command;
    }
}
