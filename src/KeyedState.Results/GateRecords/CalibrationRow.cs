namespace KeyedState.Results;

/// <summary>How one kind of comparison with a known answer came out.</summary>
public sealed record CalibrationRow
{
    /// <summary>What was compared: an unrelated change, or a state with what was planted into it.</summary>
    public required string What { get; init; }

    /// <summary>The look.</summary>
    public required Look Look { get; init; }

    /// <summary>How many comparisons were made, each of launches of its own.</summary>
    public required int Comparisons { get; init; }

    /// <summary>How many the first round doubted.</summary>
    public required int Doubted { get; init; }

    /// <summary>How many were called slower, which is the alarm.</summary>
    public required int Slower { get; init; }

    /// <summary>How many were called faster.</summary>
    public required int Faster { get; init; }

    /// <summary>How many were said to have no difference above a bound.</summary>
    public required int NoDifference { get; init; }

    /// <summary>Of those the ones whose bound lies below the true size.</summary>
    public required int FalseNoDifference { get; init; }

    /// <summary>How many were undecided.</summary>
    public required int Undecided { get; init; }

    /// <summary>The median over comparisons of the smallest slowdown that would have been noticed, as a ratio above 1; null where there were none.</summary>
    public required double? SmallestVisible { get; init; }

    /// <summary>The true ratio, from all launches together; null for a row over several states.</summary>
    public double? Truth { get; init; }

    /// <summary>The lower end of its 99 % interval.</summary>
    public double? TruthLower { get; init; }

    /// <summary>The upper end of its 99 % interval.</summary>
    public double? TruthUpper { get; init; }
}
