using System.Threading.Channels;

namespace KeyedState;

/// <summary>
/// The goroutine that owns the map in Go by Example's "Stateful Goroutines": it selects between two channels
/// without a buffer and answers each request on the channel that came with it.
/// </summary>
/// <remarks>
/// .NET has no select. Waiting until a channel has a sender does not yet receive from it, so the owner waits for
/// both and receives from one at a time, as a select would: no sender goes on before its request is looked at.
/// </remarks>
internal sealed class RendezvousOwner
{
    private static readonly Task<bool> Never = new TaskCompletionSource<bool>().Task;

    private readonly Dictionary<int, int> map = [];

    /// <summary>Where reads are sent.</summary>
    public Channel<ReadRequest> Reads { get; } = Channel.CreateBounded<ReadRequest>(0);

    /// <summary>Where writes are sent, and whatever else is not a plain read.</summary>
    public Channel<ChangeRequest> Writes { get; } = Channel.CreateBounded<ChangeRequest>(0);

    /// <summary>
    /// Serves until both channels are closed. When both have senders it takes one of each in turn, where Go
    /// draws lots; either way nobody starves.
    /// </summary>
    public async Task ServeAsync()
    {
        var reads = WaitFor(Reads);
        var writes = WaitFor(Writes);
        while (true)
        {
            await Task.WhenAny(reads, writes).ConfigureAwait(false);
            if (reads.IsCompleted)
            {
                await AnswerReadAsync().ConfigureAwait(false);
                reads = await reads.ConfigureAwait(false) ? WaitFor(Reads) : Never;
            }

            if (writes.IsCompleted)
            {
                await AnswerWriteAsync().ConfigureAwait(false);
                writes = await writes.ConfigureAwait(false) ? WaitFor(Writes) : Never;
            }

            if (reads == Never && writes == Never)
            {
                return;
            }
        }
    }

    private static Task<bool> WaitFor<T>(Channel<T> channel) => channel.Reader.WaitToReadAsync().AsTask();

    private async ValueTask AnswerReadAsync()
    {
        if (Reads.Reader.TryRead(out var read))
        {
            await read.Reply.Writer.WriteAsync(map.ReadOrZero(read.Key)).ConfigureAwait(false);
        }
    }

    private async ValueTask AnswerWriteAsync()
    {
        if (Writes.Reader.TryRead(out var write))
        {
            await write.AnswerAsync(map).ConfigureAwait(false);
        }
    }

    /// <summary>Asks for the value of a key.</summary>
    public sealed record ReadRequest(int Key)
    {
        /// <summary>Where the owner sends the value.</summary>
        public Channel<int> Reply { get; } = Channel.CreateBounded<int>(0);
    }

    /// <summary>Asks for something else than the value of a key; the owner selects between it and reads.</summary>
    public abstract record ChangeRequest
    {
        /// <summary>Makes the change, and sends the reply. Only the owner of <paramref name="map"/> calls this.</summary>
        public abstract ValueTask AnswerAsync(Dictionary<int, int> map);
    }

    /// <summary>Asks for a key to get a value.</summary>
    public sealed record WriteRequest(int Key, int Value) : ChangeRequest
    {
        /// <summary>Where the owner sends that it is done.</summary>
        public Channel<bool> Reply { get; } = Channel.CreateBounded<bool>(0);

        /// <inheritdoc/>
        public override ValueTask AnswerAsync(Dictionary<int, int> map)
        {
            map[Key] = Value;
            return Reply.Writer.WriteAsync(true);
        }
    }

    /// <summary>Asks for an operation of several steps.</summary>
    public sealed record CompoundRequest<T>(CompoundCommand<T> Command) : ChangeRequest
        where T : struct
    {
        /// <summary>Where the owner sends the result, or the exception in its place.</summary>
        public Channel<(T Result, InvalidTransferException? Exception)> Reply { get; } =
            Channel.CreateBounded<(T Result, InvalidTransferException? Exception)>(0);

        /// <inheritdoc/>
        public override ValueTask AnswerAsync(Dictionary<int, int> map)
        {
            try
            {
                return Reply.Writer.WriteAsync((Command.Apply(map), null));
            }
            catch (InvalidTransferException exception)
            {
                return Reply.Writer.WriteAsync((default, exception));
            }
        }
    }

    /// <summary>Asks for a caller's code to be run, for which the owner waits.</summary>
    public sealed record UpdateRequest(ExclusiveUpdateRequest Update) : ChangeRequest
    {
        /// <inheritdoc/>
        public override ValueTask AnswerAsync(Dictionary<int, int> map) => Update.ServeAsync(map);
    }
}
