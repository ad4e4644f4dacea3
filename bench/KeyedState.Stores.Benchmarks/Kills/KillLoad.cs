using KeyedState.Verification;

namespace KeyedState.Stores.Benchmarks.Kills;

/// <summary>
/// Writers that change keys of a state until it fails them, one writer a key, each with one change under way at a time; half of them write and
/// half add. What they see is the history that is judged afterwards.
/// </summary>
internal sealed class KillLoad
{
    /// <summary>How many writers there are, and keys.</summary>
    public const int Writers = 20;

    private readonly IKeyedState state;
    private readonly Action<int>? acknowledged;
    private readonly int[] begun = new int[Writers];
    private readonly int[] answered = new int[Writers];
    private readonly TaskCompletionSource allAnswered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<Exception>[] writers;
    private int unanswered = Writers;

    /// <summary>Lets the writers begin.</summary>
    /// <param name="state">The state, in which the keys have no values.</param>
    /// <param name="acknowledged">Told of each acknowledgement, with the key, before that key's next change begins; may be null.</param>
    public KillLoad(IKeyedState state, Action<int>? acknowledged = null)
    {
        this.state = state;
        this.acknowledged = acknowledged;
        writers = [.. Enumerable.Range(0, Writers).Select(key => Task.Run(() => WriteUntilItFailsAsync(key)))];
    }

    /// <summary>Whether a writer has ended.</summary>
    public bool HasEnded => writers.Any(writer => writer.IsCompleted);

    /// <summary>What the writers ended with; completes when the last has.</summary>
    public Task<Exception[]> Ends => Task.WhenAll(writers);

    /// <summary>The history so far; whole once <see cref="Ends"/> has completed.</summary>
    public IReadOnlyList<KeyWrites> History => [.. Enumerable.Range(0, Writers).Select(key => new KeyWrites(key, Volatile.Read(ref begun[key]), Volatile.Read(ref answered[key])))];

    /// <summary>Blocks until each writer has been answered once, one has ended, or the time is up.</summary>
    /// <param name="patience">The time.</param>
    /// <returns>Whether each has been answered.</returns>
    public bool AwaitFirstAnswers(TimeSpan patience) => Task.WaitAny([allAnswered.Task, .. writers], patience) >= 0 && allAnswered.Task.IsCompleted;

    private async Task<Exception> WriteUntilItFailsAsync(int key)
    {
        try
        {
            while (true)
            {
                await ChangeAsync(key, ++begun[key]);
                if (++answered[key] == 1 && Interlocked.Decrement(ref unanswered) == 0)
                {
                    allAnswered.SetResult();
                }

                acknowledged?.Invoke(key);

                // A state that answers at once would never let the others have the thread.
                await Task.Yield();
            }
        }
        catch (Exception end)
        {
            // Whatever a state throws whose engine has gone; the change may have been made or not.
            return end;
        }
    }

    private async ValueTask ChangeAsync(int key, int change)
    {
        if (key % 2 == 0 || state is not IAtomicAdd adding)
        {
            await state.WriteAsync(key, KeyWrites.ValueAfter(key, change));
        }
        else
        {
            await adding.AddAsync(key, KeyWrites.ValueAfter(key, change) - KeyWrites.ValueAfter(key, change - 1));
        }
    }
}
