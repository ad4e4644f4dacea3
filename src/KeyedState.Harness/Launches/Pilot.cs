namespace KeyedState.Harness;

/// <summary>Finds out how much work fills a window, so that ramp-up, collections and watchers weigh alike in every state's figure.</summary>
public static class Pilot
{
    // A state with two modes must not be met in the slower one alone, and each iteration's runs follow from the time of the one before.
    private const int Iterations = 8;

    /// <summary>Drives a state that has been warmed up.</summary>
    /// <param name="launch">The launch, after its warm-up. Its iterations are counted.</param>
    /// <param name="workers">How many workers its scenario has.</param>
    /// <param name="window">How long an iteration is to take.</param>
    /// <exception cref="Exception">Whatever the state threw, as it threw it, or that it hung.</exception>
    public static PilotOutcome Run(StateLaunch launch, int workers, Window window)
    {
        ArgumentNullException.ThrowIfNull(launch);
        ArgumentNullException.ThrowIfNull(window);

        // The warm-up's time only sizes the first iteration. Its runs have another length, and at a run of one operation the yields
        // take many times as long as the operations: work that fills the window at its pace would take up to 25 windows.
        var fastest = Iterate(launch, window.Fill(window.Aim / Iterations, launch.WarmedUp.NanosecondsPerOperation, workers), workers);
        for (var iteration = 2; iteration < Iterations; iteration++)
        {
            fastest = Math.Min(fastest, Iterate(launch, window.Fill(window.Aim / Iterations, fastest, workers), workers));
        }

        fastest = Math.Min(fastest, Iterate(launch, window.Fill(window.Longest, fastest, workers), workers));
        var due = launch.Iterations[^1].Counted.Gen0 * (window.Aim / window.Longest);
        var length = due > 1 ? window.Longest : window.Aim;
        return new(window.Fill(length, fastest, workers), fastest, length);
    }

    private static double Iterate(StateLaunch launch, FixedWork work, int workers)
    {
        launch.Park(work);
        launch.Release();
        launch.Count();
        return launch.Iterations[^1].Outcome.Time.TotalNanoseconds / ((double)work.OperationsPerWorker * workers);
    }
}
