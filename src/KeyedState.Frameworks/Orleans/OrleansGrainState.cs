namespace KeyedState.Frameworks;

/// <summary>A grain of Orleans that owns all keys, in a silo in this process.</summary>
[State(
    Title = "Orleans grain",
    Family = StateFamily.Actor,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Microsoft.Orleans.Server",
    FullSuiteOnly = true,
    HowItWorks = "An Orleans grain, in a silo in the same process, is called through its reference")]
[ExclusiveUpdate(Reads = DuringUpdate.Waits, OtherKeys = DuringUpdate.Waits, SameKeyWithin = UpdateWithin.Deadlocks)]
public sealed class OrleansGrainState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot, IExclusiveUpdate
{
    private readonly Shutdown shutdown = new();
    private readonly LocalSilo silo = new();
    private readonly IKeyedStateGrain grain;

    /// <summary>Starts the silo and the grain.</summary>
    public OrleansGrainState()
    {
        grain = silo.Grains.GetGrain<IKeyedStateGrain>(0);

        // So that the grain is there: what is sent while it is being made need not come to it in order.
        AskAndForget().GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        shutdown.ThrowIfBegun();
        var reply = grain.ReadAsync(key);
        return shutdown.Watch(reply);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        shutdown.ThrowIfBegun();
        var reply = grain.WriteAsync(key, value);
        return shutdown.Watch(reply);
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount)
    {
        shutdown.ThrowIfBegun();
        var reply = grain.AddAsync(key, amount);
        return shutdown.Watch(reply);
    }

    /// <inheritdoc/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        shutdown.ThrowIfBegun();
        var reply = ResultOf(grain.TransferAsync(source, target, amount));
        return shutdown.Watch(reply);
    }

    /// <inheritdoc/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values[..keys.Length];
        shutdown.ThrowIfBegun();
        var reply = CopyAsync(grain.SnapshotAsync(keys.ToArray()), places);
        return shutdown.Watch(reply);
    }

    /// <inheritdoc/>
    public ValueTask<int> UpdateAsync(int key, Func<int, CancellationToken, ValueTask<int>> update, CancellationToken cancellationToken = default)
    {
        shutdown.ThrowIfBegun();
        var request = new ExclusiveUpdateRequest(key, update, cancellationToken);
        var local = new LocalUpdate { Request = request };
        var reply = local.ReplyAsync(grain.UpdateAsync(local).AsTask());
        return shutdown.Watch(request, reply);
    }

    /// <summary>Refuses further operations, and completes once everything that came before is answered and the silo has ended.</summary>
    public ValueTask DisposeAsync() => shutdown.RunAsync(async () =>
    {
        // A stopping silo turns away what waits for its grains; a grain answers in order, so after this nothing waits.
        await AskAndForget();
        await silo.DisposeAsync();
    });

    private static async ValueTask<TransferResult> ResultOf(ValueTask<(int SourceBefore, int TargetBefore, bool Moved)> reply)
    {
        var (sourceBefore, targetBefore, moved) = await reply;
        return new(sourceBefore, targetBefore, moved);
    }

    private static async ValueTask CopyAsync(ValueTask<int[]> reply, Memory<int> values) => (await reply).CopyTo(values);

    private async Task AskAndForget() => await grain.ReadAsync(0);
}
