namespace KeyedState.Benchmarks.Suites;

/// <summary>A set of looks at a set of states.</summary>
/// <param name="Name">The name on the command line and of the folder under a machine's results.</param>
/// <param name="Quotable">Whether its figures may be quoted.</param>
/// <param name="TakesAll">Whether it takes the states that declare <see cref="StateAttribute.FullSuiteOnly"/> too.</param>
/// <param name="Looks">The looks.</param>
internal sealed record Suite(string Name, bool Quotable, bool TakesAll, IReadOnlyList<LookPlan> Looks)
{
    /// <summary>The states that most people choose between in both looks, as often as ten minutes on two cores hold.</summary>
    public static Suite Headline { get; } = new("headline", Quotable: true, TakesAll: false, [LookPlan.OneCore, LookPlan.AllCores]);

    /// <summary>Every state in both looks, as often as the headline has it.</summary>
    public static Suite Full { get; } = Headline with { Name = "full", TakesAll = true };

    /// <summary>Every state, one short launch in one look: whether the suite works, not how fast anything is.</summary>
    public static Suite Smoke { get; } = new("smoke", Quotable: false, TakesAll: true, [LookPlan.BriefAllCores]);

    public static IReadOnlyList<Suite> All { get; } = [Smoke, Headline, Full];

    /// <summary>Which of a catalogue's states it measures.</summary>
    public IReadOnlyList<StateEntry> Choose(StateCatalogue catalogue) => [.. catalogue.Entries.Where(entry => TakesAll || !entry.Declared.FullSuiteOnly)];
}
