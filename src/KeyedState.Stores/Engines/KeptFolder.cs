namespace KeyedState.Stores;

/// <summary>
/// A temporary folder that outlives the states that are made in it, and their engines: what one has left there the next finds. It ends with
/// its disposal, or with this process, however that ends.
/// </summary>
public sealed class KeptFolder : IDisposable
{
    [ThreadStatic]
    private static string? inUse;

    private readonly WatchedFolder folder = WatchedFolder.Create("A folder");

    /// <summary>Where it is.</summary>
    public string Path => folder.Path;

    /// <summary>The folder that whatever is made on this thread is to have; null for one of its own.</summary>
    internal static string? InUse => inUse;

    /// <summary>Makes a state in it.</summary>
    /// <param name="make">Makes the state.</param>
    public IKeyedState Make(Func<IKeyedState> make) => MakeIn(Path, make);

    /// <summary>Makes a state in a folder that another process keeps.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="make">Makes the state.</param>
    public static IKeyedState MakeIn(string path, Func<IKeyedState> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        inUse = path;
        try
        {
            return make();
        }
        finally
        {
            inUse = null;
        }
    }

    /// <summary>Removes it; blocks until it is gone.</summary>
    public void Dispose() => folder.Dispose();
}
