namespace KeyedState.Stores;

/// <summary>
/// Lets the silos of a cluster join it one after the other, though they start at once. Two that write the membership in the same instant
/// both wait for some seconds before they try again.
/// </summary>
/// <param name="file">The file that whoever joins holds; the same for all silos of a cluster.</param>
internal sealed class JoiningTurn(string file) : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    // Between two looks.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private FileStream? turn;

    /// <inheritdoc/>
    public void Participate(ISiloLifecycle observer)
    {
        observer.Subscribe(nameof(JoiningTurn), ServiceLifecycleStage.AfterRuntimeGrainServices - 1, TakeAsync);
        observer.Subscribe(nameof(JoiningTurn), ServiceLifecycleStage.Active, _ =>
        {
            Dispose();
            return Task.CompletedTask;
        });
    }

    /// <summary>Lets the next one join.</summary>
    public void Dispose() => turn?.Dispose();

    // The system gives up the hold of a silo that ends meanwhile.
    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        while (turn is null)
        {
            try
            {
                turn = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }
}
