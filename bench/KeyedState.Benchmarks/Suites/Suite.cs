namespace KeyedState.Benchmarks.Suites;

/// <summary>A set of looks at every state.</summary>
/// <param name="Name">The name on the command line and of the folder under a machine's results.</param>
/// <param name="Quotable">Whether its figures may be quoted.</param>
/// <param name="Looks">The looks.</param>
internal sealed record Suite(string Name, bool Quotable, IReadOnlyList<LookPlan> Looks)
{
    /// <summary>Every state in both looks, as often as ten minutes on two cores hold.</summary>
    public static Suite Headline { get; } = new("headline", Quotable: true, [LookPlan.Cost, LookPlan.Throughput]);

    /// <summary>Every state, one short launch in one look: whether the suite works, not how fast anything is.</summary>
    public static Suite Smoke { get; } = new("smoke", Quotable: false, [LookPlan.BriefThroughput]);

    public static IReadOnlyList<Suite> All { get; } = [Smoke, Headline];
}
