using KeyedState.Verification;

namespace KeyedState.Stores.Benchmarks.Kills;

/// <summary>One kill of a state's engine, or of the process that the state is in where it has none, and what was there after the next start.</summary>
internal static class KillTrial
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs writers, kills in the middle of it, starts again and judges.</summary>
    /// <param name="entry">The state.</param>
    /// <param name="after">How long after every writer was answered once.</param>
    /// <returns>The verdict; where nothing could be judged, only what was wrong.</returns>
    public static SurvivalVerdict Run(StateEntry entry, TimeSpan after)
    {
        try
        {
            using var folder = new KeptFolder();
            return SurvivalJudge.Judge(Kill(entry, folder, after), Found(entry, folder));
        }
        catch (Exception failure)
        {
            // Whatever a state throws is its failure, and not that of the others.
            return new(0, 0, 0, failure.GetBaseException().Message);
        }
    }

    private static IReadOnlyList<KeyWrites> Kill(StateEntry entry, KeptFolder folder, TimeSpan after)
    {
        using IVictim victim = typeof(IEngineState).IsAssignableFrom(entry.Type)
            ? new EngineVictim(folder.Make(entry.Create))
            : new ProcessVictim(entry.Name, folder.Path);
        if (!victim.AwaitFirstAnswers(Patience))
        {
            throw new KillFailedException("Not every writer was answered before the kill.");
        }

        Thread.Sleep(after);
        return victim.Kill();
    }

    private static Func<int, int> Found(StateEntry entry, KeptFolder folder)
    {
        var state = folder.Make(entry.Create);
        try
        {
            var values = Task.Run(() => ReadAsync(state)).WaitAsync(Patience).GetAwaiter().GetResult();
            return key => values[key];
        }
        finally
        {
            Task.Run(() => state.DisposeAsync().AsTask()).Wait(Patience);
        }
    }

    private static async Task<int[]> ReadAsync(IKeyedState state)
    {
        var values = new int[KillLoad.Writers];
        for (var key = 0; key < values.Length; key++)
        {
            values[key] = await state.ReadAsync(key);
        }

        return values;
    }
}
