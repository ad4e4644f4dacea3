using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace KeyedState;

/// <summary>Several dictionaries, each behind a semaphore of its own, among which the keys are shared.</summary>
[State(
    Title = "Striped SemaphoreSlim",
    Family = StateFamily.Lock,
    Replies = ReplyMode.AtOnceWhenFree,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = false,
    FullSuiteOnly = true,
    HowItWorks = "The keys are divided by hash among 32 Dictionaries, each protected by its own SemaphoreSlim, for which callers await WaitAsync")]
[ExclusiveUpdate(Reads = DuringUpdate.Waits, OtherKeys = DuringUpdate.MayWait, SameKeyWithin = UpdateWithin.Deadlocks)]
public sealed class StripedSemaphoreSlimState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot, IExclusiveUpdate
{
    private const int StripeBits = 5;

    private readonly Stripe[] stripes = [.. Enumerable.Range(0, 1 << StripeBits).Select(_ => new Stripe())];

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(int key)
    {
        var stripe = StripeOf(key);
        await stripe.Gate.WaitAsync();
        try
        {
            return stripe.Map.ReadOrZero(key);
        }
        finally
        {
            stripe.Gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(int key, int value)
    {
        var stripe = StripeOf(key);
        await stripe.Gate.WaitAsync();
        try
        {
            stripe.Map[key] = value;
        }
        finally
        {
            stripe.Gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> AddAsync(int key, int amount)
    {
        var stripe = StripeOf(key);
        await stripe.Gate.WaitAsync();
        try
        {
            return stripe.Map.AddTo(key, amount);
        }
        finally
        {
            stripe.Gate.Release();
        }
    }

    /// <summary>Waits for the semaphores of both stripes in the order of the stripes, so that no two transfers wait for each other.</summary>
    /// <inheritdoc/>
    public async ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        var concerned = MaskOf(source) | MaskOf(target);
        await EnterAsync(concerned);
        try
        {
            var (from, to) = (StripeOf(source).Map, StripeOf(target).Map);
            return from == to ? from.Transfer(source, target, amount) : from.TransferTo(to, source, target, amount);
        }
        finally
        {
            Exit(concerned);
        }
    }

    /// <summary>Waits for the semaphores of all stripes concerned in their order.</summary>
    /// <inheritdoc/>
    public async ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values[..keys.Length];
        var concerned = 0u;
        foreach (var key in keys.Span)
        {
            concerned |= MaskOf(key);
        }

        await EnterAsync(concerned);
        try
        {
            for (var i = 0; i < places.Length; i++)
            {
                places.Span[i] = StripeOf(keys.Span[i]).Map.ReadOrZero(keys.Span[i]);
            }
        }
        finally
        {
            Exit(concerned);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> UpdateAsync(int key, Func<int, CancellationToken, ValueTask<int>> update, CancellationToken cancellationToken = default)
    {
        var stripe = StripeOf(key);
        await stripe.Gate.WaitAsync(cancellationToken);
        try
        {
            var before = stripe.Map.ReadOrZero(key);
            stripe.Map[key] = await update(before, cancellationToken);
            return before;
        }
        finally
        {
            stripe.Gate.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static int PlaceOf(int key) => KeySpread.PlaceOf(key, StripeBits);

    private static uint MaskOf(int key) => 1u << PlaceOf(key);

    private Stripe StripeOf(int key) => stripes[PlaceOf(key)];

    private async ValueTask EnterAsync(uint concerned)
    {
        for (; concerned != 0; concerned &= concerned - 1)
        {
            await stripes[BitOperations.TrailingZeroCount(concerned)].Gate.WaitAsync();
        }
    }

    private void Exit(uint concerned)
    {
        for (; concerned != 0; concerned &= concerned - 1)
        {
            stripes[BitOperations.TrailingZeroCount(concerned)].Gate.Release();
        }
    }

    [SuppressMessage("Reliability", "CA1001", Justification = "A semaphore whose wait handle is never asked for has nothing to release, and must outlive callers that run into the disposal.")]
    private sealed class Stripe
    {
        // Two lines of 64 bytes: processors fetch lines in pairs.
        private const int Distance = 128;

        // As in StripedLockState: keeps what two stripes write on different cache lines.
        private readonly byte[] spacer = new byte[Distance];

        public SemaphoreSlim Gate { get; } = new(initialCount: 1, maxCount: 1);

        // With a capacity, so that the entries are made here, in the row.
        public Dictionary<int, int> Map { get; } = new(capacity: 8);
    }
}
