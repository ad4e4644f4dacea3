namespace KeyedState.Benchmarks.Environments.Cards;

/// <summary>How long it takes until a thread runs that slept on another core.</summary>
internal static class WakingTime
{
    private const int TripsOfAChunk = 50;

    /// <summary>Nanoseconds one way, as half of there and back; null where the system does not bind threads.</summary>
    public static double? Between(int first, int second)
    {
        using var there = new AutoResetEvent(initialState: false);
        using var back = new AutoResetEvent(initialState: false);
        var ended = false;
        var answering = BoundThread.Start(second, () =>
        {
            back.Set();
            while (there.WaitOne() && !Volatile.Read(ref ended))
            {
                back.Set();
            }
        });
        var time = BoundThread.Run(first, () =>
        {
            // Where the other one could not be bound it has ended and never answers.
            while (!back.WaitOne(1))
            {
                if (!answering.IsAlive)
                {
                    return double.NaN;
                }
            }

            return Chunks.Median(() =>
            {
                for (var trip = 0; trip < TripsOfAChunk; trip++)
                {
                    there.Set();
                    back.WaitOne();
                }

                return 2 * TripsOfAChunk;
            });
        });
        Volatile.Write(ref ended, true);
        there.Set();
        answering.Join();
        return time is { } measured && double.IsFinite(measured) ? measured : null;
    }
}
