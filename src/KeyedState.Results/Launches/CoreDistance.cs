namespace KeyedState.Results;

/// <summary>
/// How far apart the farthest cores of a process are, by the round trip of a cache line. Contended states do up to three times as
/// much where they are near, and a hypervisor moves virtual cores while a run goes on: figures of the two are never put together.
/// </summary>
public sealed class CoreDistance
{
    /// <summary>The round trip, in nanoseconds, from which cores are far apart. Neighbours need 50 to 100, parts of a processor that share no cache 300 and more.</summary>
    public const double FarFrom = 250;

    private CoreDistance(string name) => Name = name;

    /// <summary>They share a cache.</summary>
    public static CoreDistance Near { get; } = new("near");

    /// <summary>They don't.</summary>
    public static CoreDistance Far { get; } = new("far");

    /// <summary>Both.</summary>
    public static IReadOnlyList<CoreDistance> All { get; } = [Near, Far];

    /// <summary>The name: "near" or "far".</summary>
    public string Name { get; }

    /// <summary>The other one.</summary>
    public CoreDistance Other => this == Near ? Far : Near;

    /// <summary>The distance for a round trip.</summary>
    /// <param name="roundTrip">In nanoseconds.</param>
    public static CoreDistance Of(double roundTrip) => roundTrip < FarFrom ? Near : Far;

    /// <summary>
    /// The distance at which most iterations of a run on all cores were measured, as it was both before and after them; null
    /// where nobody looked.
    /// </summary>
    /// <param name="run">The run.</param>
    public static CoreDistance? MostlyOf(StoredRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var near = run.Launches.Sum(launch => launch.Note.IterationsAt(Near));
        var far = run.Launches.Sum(launch => launch.Note.IterationsAt(Far));
        return near + far == 0 ? null : near >= far ? Near : Far;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
