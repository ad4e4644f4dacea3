namespace KeyedState.Regression;

/// <summary>How long a pair of launches takes on this machine now.</summary>
/// <param name="AroundSeconds">What its slices leave of it: starting and ending both workers, and compiling, in seconds.</param>
/// <param name="SliceSeconds">One slice of one side with what belongs to it, in seconds.</param>
public readonly record struct LaunchPace(double AroundSeconds, double SliceSeconds)
{
    // The rest is compiling, which each state that a launch drives adds to.
    private const double ShareOfStart = 0.25;

    /// <summary>Measures it by two pairs of launches, of which nothing is kept.</summary>
    /// <param name="series">The series that is planned, its pilots of the slices' length.</param>
    /// <param name="subjects">What it is going to compare; at least one.</param>
    /// <param name="random">Decides the order.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="WorkerException">The workers can't be started.</exception>
    public static LaunchPace Measure(LaunchSeries series, IReadOnlyList<ComparedState> subjects, Random random, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(subjects);
        ArgumentNullException.ThrowIfNull(clock);
        series.Learn(subjects);
        var brief = Seconds(() => series.Run([], subjects, 1, random).Count());
        var usual = Seconds(() => series.Run(subjects, [], 1, random).Count());
        return Of(brief, usual, subjects.Count);

        double Seconds(Func<int> launch)
        {
            var start = clock.GetTimestamp();
            _ = launch();
            return clock.GetElapsedTime(start).TotalSeconds;
        }
    }

    /// <summary>The pace that two pairs of launches show.</summary>
    /// <param name="brief">How long one took that only drove the subjects, in seconds.</param>
    /// <param name="usual">How long one took that measured them.</param>
    /// <param name="subjects">How many subjects there were; 1 or more.</param>
    public static LaunchPace Of(double brief, double usual, int subjects)
    {
        var slice = Math.Max(0, usual - brief) / (SlicePlan.Usual.Slices - SlicePlan.Unmeasured.Slices) / subjects;
        return new(Math.Max(0, brief - (slice * SlicePlan.Unmeasured.Slices * subjects)), slice);
    }

    /// <summary>How long a pair of launches takes.</summary>
    /// <param name="measured">How many states it measures.</param>
    /// <param name="beside">How many it only drives.</param>
    /// <param name="rehearsed">How many states the pace was measured with; 1 or more.</param>
    /// <param name="longerBy">By how much a slice is longer than those that the pace was measured with, in seconds.</param>
    public double Seconds(int measured, int beside, int rehearsed, double longerBy) =>
        (AroundSeconds * (ShareOfStart + ((1 - ShareOfStart) * Math.Min(1, (double)(measured + beside) / rehearsed)))) + ((SliceSeconds + longerBy) * ((measured * SlicePlan.Usual.Slices) + (beside * SlicePlan.Unmeasured.Slices)));
}
