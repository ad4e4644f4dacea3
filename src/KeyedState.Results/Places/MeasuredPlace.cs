namespace KeyedState.Results;

/// <summary>A place with the run that speaks for it.</summary>
/// <param name="Analysis">The analysis of the run.</param>
/// <param name="ChangedSince">The names of the states whose source has changed since the run; null where that is not known.</param>
public sealed record MeasuredPlace(RunAnalysis Analysis, IReadOnlySet<string>? ChangedSince)
{
    /// <summary>The place.</summary>
    public Place Place => new(Analysis.Run.Machine.Folder, Analysis.Distance);

    /// <summary>Whether a state's source is known to have changed since the run.</summary>
    /// <param name="state">The state's name.</param>
    public bool HasChanged(string state) => ChangedSince?.Contains(state) == true;

    /// <summary>What the run says of a state; null where it has no such state.</summary>
    /// <param name="state">The state's name.</param>
    public StateAnalysis? Find(string state) => Analysis.States.FirstOrDefault(row => row.Declared.Name == state);

    /// <summary>How many times as fast as the baseline a state is in a look; exactly 1 for the baseline itself.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="look">The look.</param>
    /// <returns>A factor with its interval over launches; absent where either has no figure.</returns>
    public Figure Multiple(string state, Look look)
    {
        if (Find(state) is not { } row)
        {
            return Figure.Absent("it was not measured");
        }

        if (look == Look.AllCores)
        {
            return row.Speedup;
        }

        return Analysis.Baseline is { Cost.Estimate: not null } baseline && row.Cost.Estimate is { } cost
            ? Figure.Of(row.IsBaseline ? new Estimate(1, null, null, null, cost.Count) : row.SpeedupOver(baseline, look), "it and the baseline have no round in common")
            : Figure.Absent(row.Cost.AbsentBecause ?? "the baseline has no figure");
    }
}
