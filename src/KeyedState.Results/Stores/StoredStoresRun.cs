using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>Everything that one run of the stores suite measured, and what it measured it on.</summary>
public sealed record StoredStoresRun : ISuiteRun
{
    /// <summary>The version of the stored form that this code writes, and the only one that it reads.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The version of the stored form.</summary>
    public required int Schema { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The seed of the order in which launches and their loops ran.</summary>
    public required int OrderSeed { get; init; }

    /// <inheritdoc/>
    public required bool Quotable { get; init; }

    /// <inheritdoc/>
    public required int PlannedRounds { get; init; }

    /// <inheritdoc/>
    public required StoredMachine Machine { get; init; }

    /// <inheritdoc/>
    public required StoredCards Cards { get; init; }

    /// <inheritdoc/>
    public required StoredSource Source { get; init; }

    /// <summary>The file system of the folders that engines had, such as "ext4".</summary>
    public required string FileSystem { get; init; }

    /// <summary>Where the callers' processes ran and under what.</summary>
    public required StoredPlacement Placement { get; init; }

    /// <summary>For how long.</summary>
    public required StoredStoresProtocol Protocol { get; init; }

    /// <summary>What callers did, in the order in which pages have it.</summary>
    public required IReadOnlyList<StoredScenario> Scenarios { get; init; }

    /// <summary>The states that the run set out to measure, in the order in which pages have them.</summary>
    public required IReadOnlyList<StoredStore> Stores { get; init; }

    /// <summary>The states that could not be measured on this machine, with the reason and what to install; not part of <see cref="Stores"/>.</summary>
    public required IReadOnlyDictionary<string, string> Absent { get; init; }

    /// <summary>The launches, in the order in which they ran.</summary>
    public required IReadOnlyList<StoredStoreLaunch> Launches { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<StoredFailure> Failures { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public int CompleteRounds => Stores.Where(store => Failures.All(failure => failure.State != store.State.Name))
        .Select(store => Launches.Count(launch => launch.State == store.State.Name)).DefaultIfEmpty(0).Min();

    /// <inheritdoc/>
    [JsonIgnore]
    public bool IsPartial => CompleteRounds < PlannedRounds;

    /// <inheritdoc/>
    [JsonIgnore]
    public CoreDistance? Distance => Cards.BetterOf(CardFigure.FarthestRoundTrip) is { } roundTrip ? CoreDistance.Of(roundTrip) : null;
}
