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
public sealed class MailboxProcessorState : IKeyedState
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
        var reply = new ValueTask<int>(AskAsync(channel => new Read(key, channel)));
        return shutdown.Watch(reply);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        shutdown.ThrowIfBegun();
        var reply = new ValueTask(AskAsync(channel => new Write(key, value, channel)));
        return shutdown.Watch(reply);
    }

    /// <summary>Refuses further operations, and completes once everything that came before is answered and the loop has ended.</summary>
    public ValueTask DisposeAsync() => shutdown.RunAsync(async () =>
    {
        await AskAsync(channel => new Stop(channel));
        ((IDisposable)agent).Dispose();
    });

    // Started on the caller's thread, which posts the message before it returns. Any token but the default one, even one
    // that is never cancelled, is watched for each message, which costs about 25 times the rest.
    private Task<int> AskAsync(Func<FSharpAsyncReplyChannel<int>, Message> build) => FSharpAsync.StartImmediateAsTask(
        agent.PostAndAsyncReply(FuncConvert.FromFunc(build), timeout: null), cancellationToken: null);

    private FSharpAsync<Unit> Loop(FSharpMailboxProcessor<Message> inbox) => ExtraTopLevelOperators.DefaultAsyncBuilder.Bind(
        inbox.Receive(timeout: null),
        FuncConvert.FromFunc<Message, FSharpAsync<Unit>>(message =>
            Serve(message) ? Loop(inbox) : ExtraTopLevelOperators.DefaultAsyncBuilder.Zero()));

    /// <returns>Whether the loop is to go on.</returns>
    private bool Serve(Message message)
    {
        if (message is Write write)
        {
            map[write.Key] = write.Value;
        }

        message.Channel.Reply(message is Read read ? map.ReadOrZero(read.Key) : 0);
        return message is not Stop;
    }

    private abstract record Message(FSharpAsyncReplyChannel<int> Channel);

    private sealed record Read(int Key, FSharpAsyncReplyChannel<int> Channel) : Message(Channel);

    private sealed record Write(int Key, int Value, FSharpAsyncReplyChannel<int> Channel) : Message(Channel);

    private sealed record Stop(FSharpAsyncReplyChannel<int> Channel) : Message(Channel);
}
