using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>What one pair of launches, one of each build, says about one subject.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Base">The base's slices in the order in which they ran, two a block.</param>
/// <param name="Head">The head's slices likewise.</param>
public sealed record PairedLaunch(ComparedState Subject, IReadOnlyList<Slice> Base, IReadOnlyList<Slice> Head)
{
    /// <summary>
    /// The same with the slices of one distance of the cores: the one at which both sides have most. A hypervisor moves cores
    /// within seconds, and a side that had them near is not to be held against one that had them far.
    /// </summary>
    /// <returns>No slices where the sides were never at one distance; everything where nobody looked.</returns>
    public PairedLaunch AtOneDistance()
    {
        if (Base.Concat(Head).All(slice => slice.Before is null && slice.After is null))
        {
            return this;
        }

        var best = CoreDistance.All.Select(At).MaxBy(paired => Math.Min(paired.Base.Count, paired.Head.Count))!;
        return best.Base.Count > 0 && best.Head.Count > 0 ? best : this with { Base = [], Head = [] };

        PairedLaunch At(CoreDistance distance) => this with { Base = Of(Base, distance), Head = Of(Head, distance) };
    }

    /// <summary>Whether most slices of both sides took a time that is too short for the clock.</summary>
    public bool IsBelowResolution => Mostly(Base) && Mostly(Head);

    /// <summary>The same without the slices whose load was not borne: no slices of a side that bore none.</summary>
    public PairedLaunch WithoutOverload() => this with { Base = Borne(Base), Head = Borne(Head) };

    /// <summary>The natural logarithm of head's time over base's.</summary>
    /// <param name="look">The look that the launches were of, which decides what a launch's time is.</param>
    public double LogRatio(Look look) => LogTime(Head, look) - LogTime(Base, look);

    /// <summary>
    /// The logarithm of a launch's time for an operation in nanoseconds, as the look's metric takes it from a few slices.
    /// </summary>
    /// <param name="slices">One side's slices.</param>
    /// <param name="look">The look.</param>
    public static double LogTime(IReadOnlyList<Slice> slices, Look look) =>
        look.Metric.OfFew([.. slices.Select(slice => Math.Log(slice.NanosecondsPerOperation))]);

    private static bool Mostly(IReadOnlyList<Slice> slices) => slices.Count(slice => slice.BelowResolution) * 2 > slices.Count;

    private static IReadOnlyList<Slice> Borne(IReadOnlyList<Slice> slices) =>
        slices.Any(slice => slice.Overloaded) ? [.. slices.Where(slice => !slice.Overloaded)] : slices;

    private static Slice[] Of(IReadOnlyList<Slice> slices, CoreDistance distance) =>
        [.. slices.Where(slice => slice.Before == distance && slice.After == distance)];
}
