namespace KeyedState.Harness;

/// <summary>Callers who ask for the same keys at the same time, none of which has a value yet.</summary>
public static class CreationRace
{
    /// <summary>The keys; each is asked for by every caller.</summary>
    public const int Keys = 2_000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Runs the original's 110 callers over all keys, in one order.</summary>
    /// <param name="creation">A way without keys so far.</param>
    /// <returns>How often the code ran for each key, on average; 1 at least.</returns>
    /// <exception cref="InvalidOperationException">Callers got different values for a key.</exception>
    /// <exception cref="TimeoutException">It did not end.</exception>
    public static double RunsPerKey(IKeyCreation creation)
    {
        ArgumentNullException.ThrowIfNull(creation);
        var runs = 0;
        var values = new int[Keys];
        var crew = new WorkerCrew();
        crew.Park(Scenario.GoByExample.Workers, WorkAsync);
        return crew.Release(Limit) ? (double)runs / Keys : throw new TimeoutException($"Making {Keys} keys did not end in {Limit.TotalSeconds:0} s.");

        async Task WorkAsync(int worker, Task gate)
        {
            await gate;
            for (var key = 0; key < Keys; key++)
            {
                var value = await creation.GetOrAddAsync(key, CreateAsync);
                if (Interlocked.CompareExchange(ref values[key], value, 0) is var first && first != 0 && first != value)
                {
                    throw new InvalidOperationException($"Two callers got different values for key {key}.");
                }
            }
        }

        async Task<int> CreateAsync(int key)
        {
            var run = Interlocked.Increment(ref runs);
            await Task.Yield();
            return run;
        }
    }

    /// <summary>Whether who asks after the code has failed gets the old failure, instead of having the code run again.</summary>
    /// <param name="creation">The way; its key −1 is used.</param>
    public static async Task<bool> KeepsFailureAsync(IKeyCreation creation)
    {
        ArgumentNullException.ThrowIfNull(creation);
        var runs = 0;
        for (var asked = 0; asked < 2; asked++)
        {
            try
            {
                _ = await creation.GetOrAddAsync(-1, FailAsync);
            }
            catch (TimeoutException)
            {
                // The failure that was asked for.
            }
        }

        return runs == 1;

        async Task<int> FailAsync(int key)
        {
            runs++;
            await Task.Yield();
            throw new TimeoutException("The code failed.");
        }
    }
}
