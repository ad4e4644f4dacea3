using System.Collections.Concurrent;

namespace KeyedState;

/// <summary>An actor for each key, which is made when the key is first asked for and stays.</summary>
/// <remarks>As with the mailbox that owns all keys, no operation is lost to a disposal that it runs into: one that looked at the flag before is served.</remarks>
[State(
    Title = "Own mailbox per key",
    Family = StateFamily.Actor,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = true,
    FullSuiteOnly = true,
    HowItWorks = "A ConcurrentDictionary holds a hand-written actor for each key: a ConcurrentQueue of pooled requests, and a work item that exists only while there are requests and queues each reply to the thread pool")]
[Lacks(Capability.Transfer, "two keys have two owners, and two messages are not one step")]
[Lacks(Capability.Snapshot, "each key has its own owner, and several messages are not one step")]
[ExclusiveUpdate(Reads = DuringUpdate.Waits, OtherKeys = DuringUpdate.GoesOn, SameKeyWithin = UpdateWithin.Deadlocks)]
public sealed class MailboxPerKeyState : IKeyedState, IAtomicAdd, IExclusiveUpdate
{
    private readonly ConcurrentDictionary<int, KeyMailbox> mailboxes = new();
    private volatile bool disposed;

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        var mailbox = MailboxOf(key);
        var request = TurnRequestPool.Rent();
        var reply = request.BeginRead(key);
        mailbox.Send(request);
        return reply;
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        var mailbox = MailboxOf(key);
        var request = TurnRequestPool.Rent();
        var reply = request.BeginWrite(key, value);
        mailbox.Send(request);
        return reply;
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount)
    {
        var mailbox = MailboxOf(key);
        var request = TurnRequestPool.Rent();
        var reply = request.BeginAdd(key, amount);
        mailbox.Send(request);
        return reply;
    }

    /// <inheritdoc/>
    public ValueTask<int> UpdateAsync(int key, Func<int, CancellationToken, ValueTask<int>> update, CancellationToken cancellationToken = default)
    {
        var mailbox = MailboxOf(key);
        var request = new ExclusiveUpdateRequest(key, update, cancellationToken);
        mailbox.Send(request);
        return new(request.Reply);
    }

    /// <summary>Refuses further operations, and completes once everything that came before is served.</summary>
    public ValueTask DisposeAsync()
    {
        disposed = true;
        return new(Task.WhenAll(mailboxes.Values.Select(ServedAsync)));
    }

    private static Task ServedAsync(KeyMailbox mailbox)
    {
        var request = TurnRequestPool.Rent();
        var reply = request.BeginNothing();
        mailbox.Send(request);
        return reply.AsTask();
    }

    private KeyMailbox MailboxOf(int key)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return mailboxes.GetOrAdd(key, static _ => new KeyMailbox());
    }
}
