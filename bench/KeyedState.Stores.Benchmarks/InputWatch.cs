namespace KeyedState.Stores.Benchmarks;

/// <summary>Ends this process as soon as its input does, which whoever started it holds the other end of.</summary>
internal static class InputWatch
{
    // Nobody is left to read it.
    private const int Orphaned = 1;

    /// <summary>Begins to watch.</summary>
    /// <param name="input">The input.</param>
    public static void Begin(TextReader input) => new Thread(() =>
    {
        input.ReadToEnd();
        Environment.Exit(Orphaned);
    })
    {
        IsBackground = true,
        Name = "input watch",
    }.Start();
}
