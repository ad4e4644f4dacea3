using System.Diagnostics;

namespace KeyedState.Verification;

/// <summary>
/// Verifies additions to keys that nobody has used: several callers add 1 to one such key after the other, so that they meet where a design
/// makes the key. Every other pattern writes its keys before it begins.
/// </summary>
/// <remarks>
/// Of each key, the callers must have been told 0, 1 and so on, each of these once, in whatever order. Nothing has to be stamped for that,
/// so that callers are not held up and come close to each other. They are threads that block, since those are preempted in the
/// middle of an operation.
/// </remarks>
internal sealed class CreationRace
{
    private const int Callers = 4;
    private const int KeysPerOperation = 4;
    internal const int MostKeys = 1 << 20;

    // In a gap between the keys of the patterns. Neighbours, since tables keep those together.
    internal const int FirstKey = 1_200_000_000;

    // A mistake that one creation in a hundred thousand shows takes that many, and fast designs make a million a second.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(400);

    private readonly IAtomicAdd state;
    private readonly int[][] told;
    private readonly int[] answered = new int[Callers];
    private Exception? thrown;

    private CreationRace(IAtomicAdd state, int keys)
    {
        this.state = state;
        told = [.. Enumerable.Range(0, Callers).Select(_ => new int[keys])];
    }

    /// <summary>Has callers add until time is up or keys are.</summary>
    /// <param name="state">The state; nothing else uses it meanwhile.</param>
    /// <param name="operations">How many plain reads and writes the state is verified with; four times as many keys are made, but no more than a million, and no more than time allows.</param>
    /// <param name="patience">How long nothing may happen until operations under way count as never answered.</param>
    /// <returns>What was wrong; null when nothing.</returns>
    public static Violation? Run(IAtomicAdd state, int operations, TimeSpan patience)
    {
        var race = new CreationRace(state, Math.Min(operations, MostKeys / KeysPerOperation) * KeysPerOperation);
        var ended = Burst.Run(Callers, race.AddAsync, () => race.answered.Sum(), patience);
        return race.thrown is { } exception ? CreationFailures.Threw(exception)
            : !ended ? CreationFailures.Hung(patience)
            : race.FindLost();
    }

    private Task AddAsync(int caller, Task gate) => OwnThread.Run(() =>
    {
        gate.Wait();
        try
        {
            Add(caller);
        }
        catch (Exception exception)
        {
            thrown = exception;
        }
    });

    private void Add(int caller)
    {
        var start = Stopwatch.GetTimestamp();
        var own = told[caller];
        for (var key = 0; key < own.Length && Volatile.Read(ref thrown) is null && Stopwatch.GetElapsedTime(start) < Longest; key++)
        {
            var call = state.AddAsync(FirstKey + key, 1);
            own[key] = call.IsCompletedSuccessfully ? call.Result : call.AsTask().GetAwaiter().GetResult();
            Volatile.Write(ref answered[caller], key + 1);
        }
    }

    // Of keys that all callers have added to.
    private Violation? FindLost()
    {
        for (var key = 0; key < answered.Min(); key++)
        {
            if (!IsEachOnce(key))
            {
                return CreationFailures.Lost(FirstKey + key, [.. told.Select(own => own[key])]);
            }
        }

        return null;
    }

    private bool IsEachOnce(int key)
    {
        var seen = 0;
        foreach (var own in told)
        {
            seen |= (uint)own[key] < Callers ? 1 << own[key] : 0;
        }

        return seen == (1 << Callers) - 1;
    }
}
