namespace KeyedState.Regression;

/// <summary>How many slices of a subject a pair of launches runs on each side.</summary>
/// <param name="Warm">Slices that are not counted, so that everything is compiled and every cache is filled; 0 or more.</param>
/// <param name="Blocks">Blocks of two slices a side, in the order base, head, head, base or the other way round; 0 or more.</param>
public sealed record SlicePlan(int Warm, int Blocks)
{
    /// <summary>How many slices that are, of both sides together.</summary>
    public int Slices => 2 * (Warm + (2 * Blocks));

    /// <summary>One slice, of which nothing is kept.</summary>
    public static SlicePlan Unmeasured { get; } = new(Warm: 1, Blocks: 0);

    /// <summary>Code that is optimised when it is first compiled is warm at once, and more launches say more than more slices.</summary>
    public static SlicePlan Usual { get; } = new(Warm: 1, Blocks: 2);
}
