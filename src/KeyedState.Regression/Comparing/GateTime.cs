namespace KeyedState.Regression;

/// <summary>How long a run of the gate has, from the moment that this is made.</summary>
/// <param name="clock">The clock.</param>
/// <param name="whole">How long the whole run may take.</param>
public sealed class GateTime(TimeProvider clock, TimeSpan whole)
{
    // Verdicts, pages, and removing what was built.
    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(3);

    private readonly long started = clock.GetTimestamp();

    /// <summary>The clock.</summary>
    public TimeProvider Clock => clock;

    /// <summary>How long the whole run may take.</summary>
    public TimeSpan Whole => whole;

    /// <summary>How long the run has taken.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(started);

    /// <summary>How long it may still measure, in seconds; negative when that is over.</summary>
    public double SecondsLeft => (whole - Ending - Elapsed).TotalSeconds;
}
