namespace KeyedState.Stores.Benchmarks.Curves;

/// <summary>How operations on one connection grow with the callers that share it, and with what a caller sends before it waits.</summary>
internal static class StoreCurves
{
    private static readonly int[] Callers = [1, 10, 110, 1_000];
    private static readonly int[] Depths = [10, 100];

    /// <summary>The points: callers that wait for each answer, and one caller that sends several writes before it waits for the first.</summary>
    public static IReadOnlyList<CurvePoint> Points { get; } =
        [.. Callers.Select(callers => new CurvePoint(callers, Depth: 1)), .. Depths.Select(depth => new CurvePoint(Callers: 1, depth))];

    /// <summary>Whether a state is measured at them: a server that all callers reach over one connection, with nothing else to slow it down.</summary>
    /// <param name="entry">The state.</param>
    public static bool Has(StateEntry entry) => entry.Type == typeof(GarnetState) || entry.Type == typeof(RedisState);
}
