namespace KeyedState.Stores;

/// <summary>When SQLite flushes its write-ahead log to the disk: the setting of its pragma "synchronous".</summary>
internal enum SqliteSynchronous
{
    /// <summary>Only when the log is copied into the database.</summary>
    Normal,

    /// <summary>At each commit.</summary>
    Full,
}
