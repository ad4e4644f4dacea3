using KeyedState.Regression;

namespace KeyedState.Tests.Regression;

/// <summary>Pairs of launches as a machine could have made them.</summary>
internal static class Launches
{
    private const double Spread = 0.008;

    /// <summary>How far a pair's log ratio is off: mostly a little, in one of ten pairs by six times as much.</summary>
    public static double Noise(Random random)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return normal * Spread * (random.Next(10) == 0 ? 6 : 1);
    }

    /// <summary>A pair whose head takes so many times the base's time.</summary>
    public static PairedLaunch Pair(ComparedState subject, double ratio, double nanoseconds = 10) => new(
        subject,
        [.. Enumerable.Repeat(new Slice(nanoseconds, 0, 1000), 6)],
        [.. Enumerable.Repeat(new Slice(nanoseconds * ratio, 0, 1000), 6)]);

    /// <summary>A trial whose rounds have a given true ratio and this machine's noise.</summary>
    public static Trial Trial(Random random, double ratio, LookRules? rules = null)
    {
        var subject = new ComparedState("Lock");
        var trial = new Trial(subject, rules ?? LookRules.OneCore);
        for (var launch = 0; launch < trial.Rules.FirstRound; launch++)
        {
            trial.AddFirst(Pair(subject, ratio * Math.Exp(Noise(random))));
        }

        for (var launch = 0; trial.IsDoubted && launch < trial.Rules.SecondRound; launch++)
        {
            trial.AddSecond(Pair(subject, ratio * Math.Exp(Noise(random))));
        }

        return trial;
    }

    /// <summary>The verdict of a trial that is alone in its family.</summary>
    public static KeyedState.Results.Verdict Verdict(Trial trial, int family = 1) =>
        trial.Decide(Holm.Rejects([trial.ConfirmationPValue], family, LookRules.WholeRunError)[0]);
}
