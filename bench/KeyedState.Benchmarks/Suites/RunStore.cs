namespace KeyedState.Benchmarks.Suites;

/// <summary>
/// Puts a run on disk after every launch. Where that fails the figures are kept in memory and nobody is stopped: the disk may
/// have room again by the next launch, and a run of ten minutes is not thrown away for it.
/// </summary>
/// <typeparam name="TRun">The run's stored form.</typeparam>
/// <param name="save">Puts the run on disk, whole.</param>
/// <param name="progress">Who is told.</param>
internal sealed class RunStore<TRun>(Action<TRun> save, ProgressWriter progress)
{
    /// <summary>Why the run as it stands is not on disk, in one line; null when it is.</summary>
    public string? NotStoredBecause { get; private set; }

    /// <summary>Puts a run on disk, or says that it can't be.</summary>
    public void Put(TRun run)
    {
        try
        {
            save(run);
            if (NotStoredBecause is not null)
            {
                NotStoredBecause = null;
                progress.Say("The run is stored again, with every launch so far.");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (NotStoredBecause is null)
            {
                progress.Say($"{error.Message} The figures are kept in memory, and storing is tried again after every launch.");
            }

            NotStoredBecause = error.Message;
        }
    }
}
