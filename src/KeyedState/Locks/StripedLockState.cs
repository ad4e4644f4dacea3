using System.Numerics;

namespace KeyedState;

/// <summary>Several dictionaries, each behind a lock of its own, among which the keys are shared.</summary>
[State(
    Title = "Striped locks",
    Family = StateFamily.Lock,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    FullSuiteOnly = true,
    HowItWorks = "The keys are divided by hash among 32 Dictionaries, each protected by its own System.Threading.Lock")]
[Lacks(Capability.ExclusiveUpdate, "a lock can't be held across an await")]
public sealed class StripedLockState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private const int StripeBits = 5;

    private readonly Stripe[] stripes = [.. Enumerable.Range(0, 1 << StripeBits).Select(_ => new Stripe())];

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        var stripe = StripeOf(key);
        lock (stripe.Gate)
        {
            return new(stripe.Map.ReadOrZero(key));
        }
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        var stripe = StripeOf(key);
        lock (stripe.Gate)
        {
            stripe.Map[key] = value;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount)
    {
        var stripe = StripeOf(key);
        lock (stripe.Gate)
        {
            return new(stripe.Map.AddTo(key, amount));
        }
    }

    /// <summary>Takes the locks of both stripes in the order of the stripes, so that no two transfers wait for each other.</summary>
    /// <inheritdoc/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        var (from, to) = (PlaceOf(source), PlaceOf(target));
        lock (stripes[Math.Min(from, to)].Gate)
        {
            // The lock may be taken twice by one thread, as it is where both keys are of one stripe.
            lock (stripes[Math.Max(from, to)].Gate)
            {
                return new(from == to ? stripes[from].Map.Transfer(source, target, amount) : stripes[from].Map.TransferTo(stripes[to].Map, source, target, amount));
            }
        }
    }

    /// <summary>Takes the locks of all stripes concerned in their order.</summary>
    /// <inheritdoc/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values.Span[..keys.Length];
        var concerned = 0u;
        foreach (var key in keys.Span)
        {
            concerned |= 1u << PlaceOf(key);
        }

        Enter(concerned);
        try
        {
            for (var i = 0; i < places.Length; i++)
            {
                places[i] = StripeOf(keys.Span[i]).Map.ReadOrZero(keys.Span[i]);
            }
        }
        finally
        {
            Exit(concerned);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static int PlaceOf(int key) => KeySpread.PlaceOf(key, StripeBits);

    private Stripe StripeOf(int key) => stripes[PlaceOf(key)];

    private void Enter(uint concerned)
    {
        for (; concerned != 0; concerned &= concerned - 1)
        {
            stripes[BitOperations.TrailingZeroCount(concerned)].Gate.Enter();
        }
    }

    private void Exit(uint concerned)
    {
        for (; concerned != 0; concerned &= concerned - 1)
        {
            stripes[BitOperations.TrailingZeroCount(concerned)].Gate.Exit();
        }
    }

    private sealed class Stripe
    {
        // Two lines of 64 bytes: processors fetch lines in pairs.
        private const int Distance = 128;

        // What a stripe writes lies in objects of the runtime that can't be padded themselves. Objects that
        // are made in a row stay in that order when the collector moves them, so one more between the stripes
        // keeps their locks and entries on different cache lines.
        private readonly byte[] spacer = new byte[Distance];

        public Lock Gate { get; } = new();

        // With a capacity, so that the entries are made here, in the row.
        public Dictionary<int, int> Map { get; } = new(capacity: 8);
    }
}
