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
public sealed class StripedLockState : IKeyedState
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
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Stripe StripeOf(int key) => stripes[KeySpread.PlaceOf(key, StripeBits)];

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
