namespace KeyedState.Frameworks;

/// <summary>A grain of Orleans for each key, as virtual actors are meant to be used, in a silo in this process.</summary>
/// <remarks>
/// The silo makes a grain when it is first called, and may serve what it is sent meanwhile in another order. So that none of it is
/// turned away, a disposal waits for the calls themselves and not for their grains.
/// </remarks>
[State(
    Title = "Orleans grain per key",
    Family = StateFamily.Actor,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Microsoft.Orleans.Server",
    FullSuiteOnly = true,
    HowItWorks = "Each key is an Orleans grain, in a silo in the same process, which is called through the reference that the silo's grain factory gives")]
[Lacks(Capability.Transfer, "two keys have two grains, and two calls are not one step")]
[Lacks(Capability.Snapshot, "each key has its own grain, and several calls are not one step")]
[ExclusiveUpdate(Reads = DuringUpdate.Waits, OtherKeys = DuringUpdate.GoesOn, SameKeyWithin = UpdateWithin.Deadlocks)]
public sealed class OrleansGrainPerKeyState : IKeyedState, IAtomicAdd, IExclusiveUpdate
{
    private readonly OpenCalls calls = new();
    private readonly LocalSilo silo = new();

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(int key)
    {
        calls.Begin();
        try
        {
            return await GrainOf(key).ReadAsync();
        }
        finally
        {
            calls.End();
        }
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(int key, int value)
    {
        calls.Begin();
        try
        {
            await GrainOf(key).WriteAsync(value);
        }
        finally
        {
            calls.End();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> AddAsync(int key, int amount)
    {
        calls.Begin();
        try
        {
            return await GrainOf(key).AddAsync(amount);
        }
        finally
        {
            calls.End();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> UpdateAsync(int key, Func<int, CancellationToken, ValueTask<int>> update, CancellationToken cancellationToken = default)
    {
        calls.Begin();
        try
        {
            var local = new LocalUpdate { Request = new ExclusiveUpdateRequest(key, update, cancellationToken) };
            return await local.ReplyAsync(GrainOf(key).UpdateAsync(local).AsTask());
        }
        finally
        {
            calls.End();
        }
    }

    /// <summary>Refuses further operations, and completes once everything that came before is answered and the silo has ended.</summary>
    public ValueTask DisposeAsync() => calls.CloseAsync(silo.DisposeAsync);

    private IKeyGrain GrainOf(int key) => silo.Grains.GetGrain<IKeyGrain>(key);
}
