namespace KeyedState.Stores;

/// <summary>The statements of callers, and of the table that they share.</summary>
internal static class PostgresStatements
{
    /// <summary>Makes the table.</summary>
    public const string MakeTable = "CREATE TABLE keyed_state (key integer PRIMARY KEY, value integer NOT NULL)";

    /// <summary>Makes the table where it isn't there.</summary>
    public const string MakeTableOnce = "CREATE TABLE IF NOT EXISTS keyed_state (key integer PRIMARY KEY, value integer NOT NULL)";

    /// <summary>Removes it.</summary>
    public const string RemoveTable = "DROP TABLE keyed_state";

    /// <summary>The value of a key, where it has one.</summary>
    public const string Read = "SELECT value FROM keyed_state WHERE key = $1";

    /// <summary>The keys of a list that have values, with these.</summary>
    public const string ReadMany = "SELECT key, value FROM keyed_state WHERE key = ANY ($1)";

    /// <summary>Sets a key's value.</summary>
    public const string Write = "INSERT INTO keyed_state (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";

    /// <summary>Sets two keys' values, and locks their rows in this order.</summary>
    public const string WriteTwo = "INSERT INTO keyed_state (key, value) VALUES ($1, $2), ($3, $4) ON CONFLICT (key) DO UPDATE SET value = excluded.value";

    /// <summary>Adds to a key's value, and answers the sum. An addition that goes beyond 32 bits is an error of the server, and a sum here wraps around.</summary>
    public const string Add =
        """
        INSERT INTO keyed_state AS old (key, value) VALUES ($1, $2)
        ON CONFLICT (key) DO UPDATE SET value = (((old.value::bigint + excluded.value + 2147483648) & 4294967295) - 2147483648)::integer
        RETURNING value
        """;
}
