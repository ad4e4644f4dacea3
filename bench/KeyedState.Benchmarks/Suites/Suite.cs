namespace KeyedState.Benchmarks.Suites;

/// <summary>A set of looks at a set of states.</summary>
/// <param name="Name">The name on the command line and of the folder under a machine's results.</param>
/// <param name="Quotable">Whether its figures may be quoted.</param>
/// <param name="Takes">Which states it takes.</param>
/// <param name="Budget">How long a run may take, from the first check to the report.</param>
/// <param name="Looks">The looks.</param>
internal sealed record Suite(string Name, bool Quotable, Func<StateAttribute, bool> Takes, TimeSpan Budget, IReadOnlyList<LookPlan> Looks)
{
    /// <summary>The states that most people choose between in both looks, as often as ten minutes on two cores hold.</summary>
    public static Suite Headline { get; } = new(
        "headline", Quotable: true, state => !state.FullSuiteOnly, TimeSpan.FromMinutes(9.9), [LookPlan.OneCore, LookPlan.AllCores]);

    /// <summary>Every state in both looks.</summary>
    public static Suite Full { get; } = Headline with { Name = "full", Takes = _ => true, Budget = TimeSpan.FromMinutes(25) };

    /// <summary>Every state, one short launch in one look: whether the suite works, not how fast anything is. It takes about four minutes, most of them for checks; a slow machine has time for all of it.</summary>
    public static Suite Smoke { get; } = new(
        "smoke", Quotable: false, _ => true, TimeSpan.FromMinutes(12), [LookPlan.BriefAllCores]);

    /// <summary>
    /// The states whose figures depend on how closely reads and writes alternate, at a run of a single operation. The other suites
    /// let a worker make many operations in a row.
    /// </summary>
    public static Suite Alternating { get; } = (Headline with
    {
        Name = "alternating",
        Takes = state => state.DependsOnAlternation is not null || state.Family == StateFamily.Limit,
        Budget = TimeSpan.FromMinutes(5),
    }).WithRun(TimeSpan.Zero);

    /// <summary>How long a run may take on a machine on which <see cref="Budget"/> does not hold the launches that an interval needs.</summary>
    public TimeSpan LongestBudget => Budget * 1.2;

    public static IReadOnlyList<Suite> All { get; } = [Smoke, Headline, Full, Alternating];

    /// <summary>The suite with another length of the runs between which a worker lets others have its thread.</summary>
    /// <param name="run">The length; zero for a single operation.</param>
    public Suite WithRun(TimeSpan run) => this with
    {
        Looks = [.. Looks.Select(look => look with { Window = look.Window is { } window ? window with { Run = run } : null })],
    };

    /// <summary>Which of a catalogue's states it measures.</summary>
    public IReadOnlyList<StateEntry> Choose(StateCatalogue catalogue) => [.. catalogue.Entries.Where(entry => Takes(entry.Declared))];
}
