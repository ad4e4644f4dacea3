using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>Everything that one run of kills found, and what it was run on.</summary>
public sealed record StoredKillsRun
{
    /// <summary>The version of the stored form that this code writes, and the only one that it reads.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The version of the stored form.</summary>
    public required int Schema { get; init; }

    /// <summary>When the run started, in UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>What the moments of the kills and their order were drawn from.</summary>
    public required int Seed { get; init; }

    /// <summary>Whether it killed the states that the command takes when none is named; pages prefer such a run.</summary>
    public required bool Quotable { get; init; }

    /// <summary>How often each state was to be killed.</summary>
    public required int PlannedKills { get; init; }

    /// <summary>How many writers each had; each has a key of its own.</summary>
    public required int Writers { get; init; }

    /// <summary>The machine.</summary>
    public required StoredMachine Machine { get; init; }

    /// <summary>The source and the packages.</summary>
    public required StoredSource Source { get; init; }

    /// <summary>The file system of the folders that engines had, such as "ext4".</summary>
    public required string FileSystem { get; init; }

    /// <summary>The states, in the order in which pages have them.</summary>
    public required IReadOnlyList<StoredStore> Stores { get; init; }

    /// <summary>The states that this machine does not have, with the reason and what to install; not part of <see cref="Stores"/>.</summary>
    public required IReadOnlyDictionary<string, string> Absent { get; init; }

    /// <summary>The kills, in the order in which they came.</summary>
    public required IReadOnlyList<StoredKill> Kills { get; init; }

    /// <summary>The kills of each state together, in the order of <see cref="Stores"/>; states without kills are left out.</summary>
    [JsonIgnore]
    public IReadOnlyList<KillTally> Tallies =>
        [.. Stores.Select(store => new KillTally(store, [.. Kills.Where(kill => kill.State == store.State.Name)])).Where(tally => tally.Kills.Count > 0)];

    /// <summary>Whether kills are missing that the run set out to make.</summary>
    [JsonIgnore]
    public bool IsPartial => Kills.Count < PlannedKills * Stores.Count;
}
