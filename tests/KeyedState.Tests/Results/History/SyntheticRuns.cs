using KeyedState.Results;

namespace KeyedState.Tests.Results.History;

/// <summary>Runs as nights would make them: a stored run, varied with a seeded random and with steps where a test wants them.</summary>
internal static class SyntheticRuns
{
    /// <summary>Launches scatter by 1.5 % within a run and a few are a good deal slower; runs scatter by 0.7 % around their level.</summary>
    public static double[] Launches(Random random, double level, int launches)
    {
        var ofRun = level * Math.Exp(0.007 * Normal(random));
        return [.. Enumerable.Range(0, launches).Select(_ => ofRun * Math.Exp((0.015 * Normal(random)) + (random.Next(20) == 0 ? 0.1 : 0)))];
    }

    /// <summary>A series whose level is multiplied by a factor from a run on.</summary>
    public static SeriesPoint[] Series(int seed, int runs, int launches, params (int Run, double Factor)[] steps)
    {
        var random = new Random(seed);
        return
        [
            .. from run in Enumerable.Range(0, runs)
               let level = steps.Where(step => step.Run <= run).Aggregate(100.0, (time, step) => time * step.Factor)
               let times = Launches(random, level, launches)
               select new SeriesPoint(run, MedianEstimator.Estimate(times)!, times),
        ];
    }

    /// <summary>A night's run each day, with the times of one state multiplied from a run on.</summary>
    public static IEnumerable<StoredRun> Nights(StoredRun run, int count, int seed, params (string State, int Run, double Factor)[] steps)
    {
        var random = new Random(seed);
        for (var night = 0; night < count; night++)
        {
            var today = night;
            var levels = run.States.ToDictionary(
                state => state.Name,
                state => Math.Exp(0.007 * Normal(random)) * steps.Where(step => step.State == state.Name && step.Run <= today).Aggregate(1.0, (level, step) => level * step.Factor));
            yield return run.WithLaunches(launch => Slower(launch, levels[launch.State] * Math.Exp(0.015 * Normal(random)))) with
            {
                Started = run.Started.AddDays(night),
                Source = run.Source with { Commit = $"{night:x8}{new string('0', 32)}" },
            };
        }
    }

    private static StoredLaunch Slower(StoredLaunch launch, double factor) => launch.WithTimes(time => Math.Round(time * factor));

    /// <summary>Box and Muller's.</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
