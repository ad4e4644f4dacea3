namespace KeyedState.Results;

/// <summary>A figure that may be absent, and is never without a reason then.</summary>
public sealed record Figure
{
    private Figure(Estimate? estimate, string? absentBecause) => (Estimate, AbsentBecause) = (estimate, absentBecause);

    /// <summary>The figure; null when it is absent.</summary>
    public Estimate? Estimate { get; }

    /// <summary>Why it is absent, as a phrase; null when it is not.</summary>
    public string? AbsentBecause { get; }

    /// <summary>A figure, or its absence when there is no estimate.</summary>
    /// <param name="estimate">The estimate, if there is one.</param>
    /// <param name="otherwise">Why there is none.</param>
    public static Figure Of(Estimate? estimate, string otherwise) =>
        estimate is null ? Absent(otherwise) : new(estimate, null);

    /// <summary>A figure that is absent.</summary>
    /// <param name="because">Why, as a phrase.</param>
    public static Figure Absent(string because) => new(null, because);
}
