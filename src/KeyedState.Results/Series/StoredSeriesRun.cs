using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>Everything that one run of a suite of series measured, and what it measured it on.</summary>
public sealed record StoredSeriesRun : ISuiteRun
{
    /// <summary>The version of the stored form that this code writes, and the only one that it reads.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The version of the stored form.</summary>
    public required int Schema { get; init; }

    /// <summary>The suite's name. Runs of the compound suite that are older than the others have none.</summary>
    public string Suite { get; init; } = "compound";

    /// <summary>When the run started, in UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The seed of the order in which launches and their scenarios ran.</summary>
    public required int OrderSeed { get; init; }

    /// <summary>Whether it measured the states that the suite takes when none is named; pages prefer such a run.</summary>
    public required bool Quotable { get; init; }

    /// <summary>How many launches each state was to have on one core and on all, each.</summary>
    public required int PlannedRounds { get; init; }

    /// <summary>The machine.</summary>
    public required StoredMachine Machine { get; init; }

    /// <summary>The machine's card before and after.</summary>
    public required StoredCards Cards { get; init; }

    /// <summary>The source and the packages.</summary>
    public required StoredSource Source { get; init; }

    /// <summary>How each look was taken.</summary>
    public required IReadOnlyList<StoredLook> Looks { get; init; }

    /// <summary>What the callers did, a scenario each, in the order in which pages have them.</summary>
    public required IReadOnlyList<StoredScenario> Scenarios { get; init; }

    /// <summary>The states that the run set out to measure, in the catalogue's order.</summary>
    public required IReadOnlyList<StoredSeriesState> States { get; init; }

    /// <summary>What every state of the catalogue offers, measured or not, in the catalogue's order.</summary>
    public required IReadOnlyList<StoredCapabilities> Capabilities { get; init; }

    /// <summary>How often asynchronous code runs that makes a key's value, in the ways to write that; null where nobody counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StoredCreation>? Creations { get; init; }

    /// <summary>What the scenarios are points of; null where they stand for themselves.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StoredAxis>? Axes { get; init; }

    /// <summary>Which states were not measured in which scenarios; null where the states' capabilities say so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StoredAbsence>? Absences { get; init; }

    /// <summary>What was measured, in the order in which it ran.</summary>
    public required IReadOnlyList<StoredSeries> Series { get; init; }

    /// <summary>What went wrong, in the order in which it did.</summary>
    public required IReadOnlyList<StoredFailure> Failures { get; init; }

    /// <summary>How many launches of a state and look there are at least, of those that did not fail; 0 where one has none.</summary>
    [JsonIgnore]
    public int CompleteRounds => Absences is not null ? CompleteRoundsOf(Absences) :
        (from look in Looks
         where look.AbsentBecause is null
         from state in States
         where Failures.All(failure => failure.State != state.State.Name)
         select Series.Where(series => series.Look == look.Look && series.State == state.State.Name).Select(series => series.Round).Distinct().Count())
        .DefaultIfEmpty(0).Min();

    /// <inheritdoc/>
    [JsonIgnore]
    public bool IsPartial => CompleteRounds < PlannedRounds;

    /// <inheritdoc/>
    [JsonIgnore]
    public CoreDistance? Distance => Cards.BetterOf(CardFigure.FarthestRoundTrip) is { } roundTrip ? CoreDistance.Of(roundTrip) : null;

    private int CompleteRoundsOf(IReadOnlyList<StoredAbsence> absences)
    {
        var rounds = Series.ToLookup(series => (series.State, series.Scenario), series => series.Round);
        var absent = absences.Select(absence => (absence.State, absence.Scenario)).ToHashSet();
        return (from state in States
                where Failures.All(failure => failure.State != state.State.Name)
                from scenario in Scenarios
                where !absent.Contains((state.State.Name, scenario.Name))
                select rounds[(state.State.Name, scenario.Name)].Distinct().Count())
            .DefaultIfEmpty(0).Min();
    }
}
