namespace KeyedState.Regression;

/// <summary>Launches of a look, as many as were planned unless their time is over before.</summary>
/// <param name="plan">The look's plan, which says how long a launch takes.</param>
/// <param name="time">The run's time.</param>
internal sealed class TimedLaunches(PlannedLook plan, GateTime time)
{
    // The machine may have become slower since the plan was made, and then the next launch may take as long as the longest so far.
    private double slowest = 1;

    /// <summary>Runs pairs of launches, none that would probably end too late.</summary>
    /// <param name="series">What drives them.</param>
    /// <param name="subjects">What is compared.</param>
    /// <param name="beside">What is only driven.</param>
    /// <param name="launches">How many pairs at most.</param>
    /// <param name="reserved">How much of the run's time is for what comes afterwards, in seconds.</param>
    /// <param name="random">Decides every order.</param>
    /// <param name="finished">Told after each pair how many have ended.</param>
    public IEnumerable<PairedLaunch> Run(
        LaunchSeries series, IReadOnlyList<ComparedState> subjects, IReadOnlyList<ComparedState> beside, int launches, double reserved, Random random, Action<int>? finished = null)
    {
        var planned = plan.LaunchSeconds(subjects.Count, Math.Min(beside.Count, LaunchSeries.MostBeside));
        for (var launch = 0; launch < launches && time.SecondsLeft - reserved >= planned * slowest; launch++)
        {
            var left = time.SecondsLeft;
            foreach (var paired in series.Run(subjects, beside, 1, random))
            {
                yield return paired;
            }

            slowest = Math.Max(slowest, (left - time.SecondsLeft) / planned);
            finished?.Invoke(launch + 1);
        }
    }
}
