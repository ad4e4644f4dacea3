namespace KeyedState.Results;

/// <summary>The designs that the program in Go has, by the names under which it knows them.</summary>
public static class GoDesign
{
    /// <summary>The original: a goroutine owns the map, and everybody else sends it requests over channels.</summary>
    public const string Channels = "channels";

    /// <summary>A map behind a <c>sync.Mutex</c>.</summary>
    public const string Mutex = "mutex";

    /// <summary>A <c>sync.Map</c>.</summary>
    public const string SyncMap = "sync.Map";

    /// <summary>All, in the order of tables.</summary>
    public static IReadOnlyList<string> All { get; } = [Channels, Mutex, SyncMap];
}
