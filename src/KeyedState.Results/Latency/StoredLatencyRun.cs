using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>Everything that one run of the latency suite measured, and what it measured it on.</summary>
public sealed record StoredLatencyRun : ISuiteRun
{
    /// <summary>The version of the stored form that this code writes, and the only one that it reads.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The version of the stored form.</summary>
    public required int Schema { get; init; }

    /// <summary>When the run started, in UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The seed of the order in which launches and their loads ran, and of all arrivals.</summary>
    public required int OrderSeed { get; init; }

    /// <summary>Whether it measured the states that the suite takes when none is named; pages prefer such a run.</summary>
    public required bool Quotable { get; init; }

    /// <summary>How many launches each state was to have.</summary>
    public required int PlannedRounds { get; init; }

    /// <summary>The machine.</summary>
    public required StoredMachine Machine { get; init; }

    /// <summary>The machine's card before and after.</summary>
    public required StoredCards Cards { get; init; }

    /// <summary>The source and the packages.</summary>
    public required StoredSource Source { get; init; }

    /// <summary>Where launches ran and under what.</summary>
    public required StoredPlacement Placement { get; init; }

    /// <summary>What the callers did.</summary>
    public required StoredScenario Scenario { get; init; }

    /// <summary>For how long.</summary>
    public required StoredLatencyProtocol Protocol { get; init; }

    /// <summary>The states that the run set out to measure, in the catalogue's order.</summary>
    public required IReadOnlyList<StoredState> States { get; init; }

    /// <summary>The launches, in the order in which they ran.</summary>
    public required IReadOnlyList<StoredLatencyLaunch> Launches { get; init; }

    /// <summary>The same tasks in Go; null where nobody measured them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StoredGo? Go { get; init; }

    /// <summary>What went wrong, in the order in which it did.</summary>
    public required IReadOnlyList<StoredFailure> Failures { get; init; }

    /// <summary>How many launches of a state there are at least, of those that did not fail.</summary>
    [JsonIgnore]
    public int CompleteRounds => States.Where(state => Failures.All(failure => failure.State != state.Name))
        .Select(state => Launches.Count(launch => launch.State == state.Name)).DefaultIfEmpty(0).Min();

    /// <inheritdoc/>
    [JsonIgnore]
    public bool IsPartial => CompleteRounds < PlannedRounds;

    /// <inheritdoc/>
    [JsonIgnore]
    public CoreDistance? Distance => Cards.BetterOf(CardFigure.FarthestRoundTrip) is { } roundTrip ? CoreDistance.Of(roundTrip) : null;
}
