using KeyedState.Benchmarks.Environments;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Gate;

/// <summary>Counts what the launches of a calibration on disk come to.</summary>
internal static class CalibrationReader
{
    private const int DrawSeed = 20_251_108;

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">Where the launches are kept.</param>
    /// <param name="commit">The commit that they are of.</param>
    /// <param name="looks">The looks.</param>
    /// <exception cref="FormatException">A file is damaged.</exception>
    public static CalibrationRecord Read(string folder, string commit, IReadOnlyList<LookSetup> looks)
    {
        var read = Experiments.For(looks)
            .Select(experiment => (Experiment: experiment, Pools: CalibrationPool.Of(experiment.Look.Rules, CalibrationFile.Load(CalibrationRunner.PathOf(folder, experiment.Name)))))
            .ToArray();
        var unchanged = read.Where(one => one.Experiment.Kind is ExperimentKind.Same or ExperimentKind.Unrelated).ToArray();
        var drawn = read.Where(one => one.Experiment.Kind == ExperimentKind.Same)
            .Select(one => (one.Experiment.Look.Rules, one.Pools))
            .Where(one => one.Pools.Count > 0 && one.Pools.Min(pool => pool.Launches) >= one.Rules.FirstRound).ToArray();
        return new CalibrationRecord
        {
            Commit = commit,
            Machine = MachineProbe.Read(),
            Looks = [.. GateLooks.Stored(looks).Zip(looks, (stored, look) => look.Rules.Described(stored))],
            Comparisons = (read.Sum(one => Made(one.Pools)), read.Sum(one => one.Experiment.Comparisons)),
            Unchanged = [.. unchanged.Select(one => CalibrationTable.RowOver(one.Experiment.Title, one.Experiment.Look.Rules, one.Pools))],
            Alarms =
            [
                .. from one in unchanged
                   from pool in one.Pools
                   let row = CalibrationTable.RowOf($"{one.Experiment.Title}: {pool.Subject.State}", one.Experiment.Look.Rules, pool)
                   where row.Slower > 0
                   select row,
            ],
            Planted =
            [
                .. from one in read
                   where one.Experiment.Kind == ExperimentKind.Planted
                   from pool in one.Pools
                   orderby pool.Subject.State, pool.Truth?.LogRatio
                   select CalibrationTable.RowOf($"{pool.Subject.State}, {pool.Subject.Plant}", one.Experiment.Look.Rules, pool),
            ],
            WholeRuns = CalibrationTable.DrawWholeRuns(drawn, DrawSeed),
            WholeRunLooks = [.. drawn.Select(look => look.Rules.Look)],
        };
    }

    private static int Made(IReadOnlyList<CalibrationPool> pools) => pools.Count == 0 ? 0 : pools.Min(pool => pool.Comparisons.Count);
}
