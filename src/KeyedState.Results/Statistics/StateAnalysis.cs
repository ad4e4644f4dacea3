namespace KeyedState.Results;

/// <summary>Everything that a run says about one state.</summary>
public sealed record StateAnalysis
{
    /// <summary>What the state declared.</summary>
    public required StoredState Declared { get; init; }

    /// <summary>Its launches by look and round, also those of a state that failed: what its figures are made of.</summary>
    public required IReadOnlyList<LaunchFigure> Launches { get; init; }

    /// <summary>Its launches on one core in which the core was slowed down; its cost is not of these.</summary>
    public required IReadOnlyList<LaunchFigure> Slowed { get; init; }

    /// <summary>Its failures, and its launches that were discarded.</summary>
    public required IReadOnlyList<StoredFailure> Failures { get; init; }

    /// <summary>Nanoseconds for an operation on one core that nothing slowed down, with what the harness takes.</summary>
    public required Figure Cost { get; init; }

    /// <summary>Nanoseconds for an operation on one core beyond those of the empty state, paired by round.</summary>
    public required Figure NetCost { get; init; }

    /// <summary>Operations for each second on all cores.</summary>
    public required Figure Throughput { get; init; }

    /// <summary>The throughput as a multiple of the baseline's; exactly 1 for the baseline itself.</summary>
    public required Figure Speedup { get; init; }

    /// <summary>Bytes that all threads allocated for an operation.</summary>
    public required Figure Allocated { get; init; }

    /// <summary>The same beyond what the limit of the state's promise allocates.</summary>
    public required Figure AllocatedBeyond { get; init; }

    /// <summary>Collections of generation 0 for a million operations.</summary>
    public required Figure Gen0 { get; init; }

    /// <summary>Its collections on one core and those that were due; null where they are not known.</summary>
    public required CollectionRates? Collections { get; init; }

    /// <summary>Work items that the thread pool completed for an operation.</summary>
    public required Figure WorkItems { get; init; }

    /// <summary>The share of the time in which all roles ran, from 0 to 1; on all cores where that look was taken.</summary>
    public required Figure SharedTime { get; init; }

    /// <summary>When the last worker of each role ended, as a share of the whole, in the scenario's order; in the same look.</summary>
    public required IReadOnlyList<Figure> RoleEnds { get; init; }

    /// <summary>The most pool threads that any launch saw; null without launches.</summary>
    public required int? PeakPoolThreads { get; init; }

    /// <summary>What to know before believing a figure, in the order of <see cref="Mark"/>.</summary>
    public required IReadOnlyList<FigureMark> FigureMarks { get; init; }

    /// <summary>What to know before believing the row, in the order of <see cref="Mark"/>.</summary>
    public IReadOnlyList<Mark> Marks => [.. FigureMarks.Select(found => found.Mark).Distinct()];

    /// <summary>Whether the state failed.</summary>
    public bool HasFailed => Marks.Contains(Mark.Failed);

    /// <summary>Whether it is a bound that the others are held against and no design to choose.</summary>
    public bool IsLimit => Declared.IsLimit;

    /// <summary>What it promises its callers.</summary>
    public Promise Promise => Promise.Of(Declared);

    /// <summary>Whether it is what the others are compared with.</summary>
    public bool IsBaseline => Declared.Name == RunAnalysis.BaselineName;

    /// <summary>What its figures of a look are made of.</summary>
    /// <param name="look">The look.</param>
    public IReadOnlyList<LaunchFigure> LaunchesIn(Look look) => [.. Launches.Where(launch => launch.Look == look)];

    /// <summary>How many times as fast as another state it is in a look.</summary>
    /// <param name="other">The other.</param>
    /// <param name="look">The look.</param>
    /// <returns>A factor as <see cref="Metric.Speedup"/> gives it.</returns>
    public Estimate? SpeedupOver(StateAnalysis other, Look look) => look.Metric.Speedup(LaunchesIn(look), other.LaunchesIn(look));

    /// <summary>The figure by which a look ranks states.</summary>
    /// <param name="look">The look.</param>
    public Figure FigureIn(Look look) => look == Look.OneCore ? Cost : Throughput;
}
