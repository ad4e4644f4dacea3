using Microsoft.FSharp.Control;
using Microsoft.FSharp.Core;

namespace KeyedState.Frameworks;

/// <summary>An agent of F#, whose loop is the one that F# makes of its textbook form.</summary>
/// <remarks>
/// <code>
/// let rec loop () = async {
///     let! message = inbox.Receive ()
///     if serve message then return! loop ()
/// }
/// </code>
/// </remarks>
[State(
    Title = "F# MailboxProcessor",
    Family = StateFamily.Actor,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "FSharp.Core",
    FullSuiteOnly = true,
    HowItWorks = "An F# MailboxProcessor serves one message at a time and answers on the reply channel in it")]
[ExclusiveUpdate(Reads = DuringUpdate.Waits, OtherKeys = DuringUpdate.Waits, SameKeyWithin = UpdateWithin.Deadlocks)]
public sealed class MailboxProcessorState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot, IExclusiveUpdate
{
    private readonly Dictionary<int, int> map = [];
    private readonly Shutdown shutdown = new();
    private readonly FSharpMailboxProcessor<Message> agent;

    /// <summary>Starts the agent.</summary>
    public MailboxProcessorState() => agent = FSharpMailboxProcessor<Message>.Start(
        FuncConvert.FromFunc<FSharpMailboxProcessor<Message>, FSharpAsync<Unit>>(Loop), cancellationToken: null);

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        shutdown.ThrowIfBegun();
        var reply = new ValueTask<int>(AskAsync<int>(channel => new Read(key, channel)));
        return shutdown.Watch(reply);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        shutdown.ThrowIfBegun();
        var reply = new ValueTask(AskAsync<int>(channel => new Write(key, value, channel)));
        return shutdown.Watch(reply);
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount) => TellAsync(new AddCommand(key, amount));

    /// <inheritdoc/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount) => TellAsync(new TransferCommand(source, target, amount));

    /// <inheritdoc/>
    public async ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values) => await TellAsync(new SnapshotCommand(keys, values));

    /// <inheritdoc/>
    public ValueTask<int> UpdateAsync(int key, Func<int, CancellationToken, ValueTask<int>> update, CancellationToken cancellationToken = default)
    {
        shutdown.ThrowIfBegun();
        var request = new ExclusiveUpdateRequest(key, update, cancellationToken);
        agent.Post(new Update(request));
        return shutdown.Watch(request);
    }

    /// <summary>Refuses further operations, and completes once everything that came before is answered and the loop has ended.</summary>
    public ValueTask DisposeAsync() => shutdown.RunAsync(async () =>
    {
        await AskAsync<int>(channel => new Stop(channel));
        ((IDisposable)agent).Dispose();
    });

    // Started on the caller's thread, which posts the message before it returns. Any token but the default one, even one
    // that is never cancelled, is watched for each message, which costs about 25 times the rest.
    private Task<T> AskAsync<T>(Func<FSharpAsyncReplyChannel<T>, Message> build) => FSharpAsync.StartImmediateAsTask(
        agent.PostAndAsyncReply(FuncConvert.FromFunc(build), timeout: null), cancellationToken: null);

    private FSharpAsync<Unit> Loop(FSharpMailboxProcessor<Message> inbox) => ExtraTopLevelOperators.DefaultAsyncBuilder.Bind(
        inbox.Receive(timeout: null),
        FuncConvert.FromFunc<Message, FSharpAsync<Unit>>(message =>
            message is Update update ? ServeAndLoop(update, inbox) : Serve(message) ? Loop(inbox) : ExtraTopLevelOperators.DefaultAsyncBuilder.Zero()));

    private FSharpAsync<Unit> ServeAndLoop(Update update, FSharpMailboxProcessor<Message> inbox) => ExtraTopLevelOperators.DefaultAsyncBuilder.Bind(
        FSharpAsync.AwaitTask(update.Request.ServeAsync(map).AsTask()), FuncConvert.FromFunc<Unit, FSharpAsync<Unit>>(_ => Loop(inbox)));

    private ValueTask<T> TellAsync<T>(CompoundCommand<T> command)
        where T : struct
    {
        shutdown.ThrowIfBegun();
        var reply = new ValueTask<T>(ResultOf<T>(command));
        return shutdown.Watch(reply);
    }

    private async Task<T> ResultOf<T>(CompoundCommand<T> command)
        where T : struct
    {
        // A reply channel carries no exception, and an agent that throws ends.
        var reply = await AskAsync<object>(channel => new Compound(command, channel));
        return reply is Exception exception ? throw exception : (T)reply;
    }

    /// <returns>Whether the loop is to go on.</returns>
    private bool Serve(Message message)
    {
        switch (message)
        {
            case Read read:
                read.Channel.Reply(map.ReadOrZero(read.Key));
                return true;
            case Write write:
                map[write.Key] = write.Value;
                write.Channel.Reply(0);
                return true;
            case Compound compound:
                compound.Channel.Reply(Apply(compound.Command));
                return true;
            default:
                ((Stop)message).Channel.Reply(0);
                return false;
        }
    }

    private object Apply(ICompoundCommand command)
    {
        try
        {
            return command.Apply(map);
        }
        catch (InvalidTransferException exception)
        {
            return exception;
        }
    }

    private abstract record Message;

    private sealed record Read(int Key, FSharpAsyncReplyChannel<int> Channel) : Message;

    private sealed record Write(int Key, int Value, FSharpAsyncReplyChannel<int> Channel) : Message;

    private sealed record Compound(ICompoundCommand Command, FSharpAsyncReplyChannel<object> Channel) : Message;

    private sealed record Update(ExclusiveUpdateRequest Request) : Message;

    private sealed record Stop(FSharpAsyncReplyChannel<int> Channel) : Message;
}
