using System.Globalization;
using Npgsql;

namespace KeyedState.Stores;

/// <summary>
/// A PostgreSQL server that was there before the run. It is used only while the database that is named has no table, and what is made there is
/// removed again. No message says where it is, or who uses it.
/// </summary>
public static class OutsidePostgres
{
    /// <summary>The environment variable that says how it is reached, as a connection string of Npgsql without a password.</summary>
    public const string Variable = "KEYED_STATE_POSTGRES";

    /// <summary>Its name in messages.</summary>
    internal const string Title = "The outside PostgreSQL server";

    // Tables of all kinds, views and sequences.
    private const string CountRelations =
        """
        SELECT count(*) FROM pg_catalog.pg_class AS relation JOIN pg_catalog.pg_namespace AS space ON space.oid = relation.relnamespace
        WHERE relation.relkind IN ('r', 'p', 'f', 'v', 'm', 'S') AND space.nspname NOT LIKE 'pg\_%' AND space.nspname <> 'information_schema'
        """;

    /// <summary>Whether there is one.</summary>
    public static bool IsNamed => Connection is not null;

    /// <summary>Whether a state uses it, instead of a server that is started for it.</summary>
    /// <param name="type">The state's class.</param>
    public static bool Uses(Type type) =>
        IsNamed && Attribute.GetCustomAttribute(type, typeof(NeedsPostgresServerAttribute)) is NeedsPostgresServerAttribute { OwnSettings: false };

    /// <summary>Takes a server for this process and those that it starts from now on, if it may be used.</summary>
    /// <param name="connection">How it is reached, as a connection string of Npgsql without a password.</param>
    /// <exception cref="EngineFailedException">It can't be reached, or its database isn't empty.</exception>
    /// <exception cref="FormatException">This is no such connection string.</exception>
    public static void Take(string connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ThrowIfNotEmpty(Parse(connection));
        Environment.SetEnvironmentVariable(Variable, connection);
    }

    /// <summary>How it is reached; null where there is none.</summary>
    internal static NpgsqlConnectionStringBuilder? Connection => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? Parse(named) : null;

    /// <summary>Finds out whether a server may be used.</summary>
    /// <param name="connection">How it is reached.</param>
    /// <exception cref="EngineFailedException">It can't be reached, or its database isn't empty.</exception>
    internal static void ThrowIfNotEmpty(NpgsqlConnectionStringBuilder connection)
    {
        var relations = (long)Ask(connection, CountRelations)!;
        if (relations > 0)
        {
            throw new EngineFailedException(string.Create(
                CultureInfo.InvariantCulture,
                $"{Title} is not used: its database is not empty ({relations} {(relations == 1 ? "table, view or sequence" : "tables, views and sequences")}), and what others keep there must not be touched."));
        }
    }

    /// <summary>Removes the table.</summary>
    /// <param name="connection">How the server is reached.</param>
    /// <exception cref="EngineFailedException">It can't be reached.</exception>
    internal static void RemoveTable(NpgsqlConnectionStringBuilder connection) => Ask(connection, PostgresStatements.RemoveTable);

    private static object? Ask(NpgsqlConnectionStringBuilder connection, string statement)
    {
        try
        {
            // Without the pool, which would keep the connection.
            using var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection.ConnectionString) { Pooling = false }.ConnectionString);
            session.Open();
            using var command = new NpgsqlCommand(statement, session);
            return command.ExecuteScalar();
        }
        catch (Exception failure) when (failure is not EngineFailedException)
        {
            // Not all of them are Npgsql's own, such as that of a name that nobody knows, and any may say where the server is.
            throw new EngineFailedException($"{Title} can't be reached, or refuses to answer.");
        }
    }

    private static NpgsqlConnectionStringBuilder Parse(string named)
    {
        try
        {
            return new(named);
        }
        catch (ArgumentException)
        {
            // Whose message repeats a part of it.
            throw new FormatException($"{Title} is named by something that is no connection string of Npgsql.");
        }
    }
}
