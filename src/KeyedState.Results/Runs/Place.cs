namespace KeyedState.Results;

/// <summary>
/// A machine with its cores at one distance. Figures on all cores are of one place: the same machine gives others where a
/// hypervisor has put its virtual cores elsewhere.
/// </summary>
/// <param name="Machine">The machine's folder under results.</param>
/// <param name="Distance">How far apart its cores were; null where nobody looked.</param>
public sealed record Place(string Machine, CoreDistance? Distance)
{
    /// <summary>The place of which a run has figures: that at which most of it was measured.</summary>
    /// <param name="run">The run.</param>
    public static Place Of(StoredRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new(run.Machine.Folder, CoreDistance.MostlyOf(run));
    }
}
