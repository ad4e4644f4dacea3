using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>Everything that one run of trials with silos found, and what it was run on.</summary>
public sealed record StoredSilosRun
{
    /// <summary>The version of the stored form that this code writes, and the only one that it reads.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The version of the stored form.</summary>
    public required int Schema { get; init; }

    /// <summary>When the run started, in UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The machine.</summary>
    public required StoredMachine Machine { get; init; }

    /// <summary>The source and the packages.</summary>
    public required StoredSource Source { get; init; }

    /// <summary>The states, in the order in which pages have them.</summary>
    public required IReadOnlyList<StoredStore> Stores { get; init; }

    /// <summary>The trials, in the order in which they were made.</summary>
    public required IReadOnlyList<StoredSiloTrial> Trials { get; init; }

    /// <summary>Whether a state that promises to survive the process lost an acknowledged write.</summary>
    [JsonIgnore]
    public bool IsPromiseBroken => Trials.Any(trial => trial.Lost > 0 && Stores.Any(store => store.State.Name == trial.State && store.Promise is { SurvivesProcess: true }));
}
