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

    /// <summary>Where writes are sent.</summary>
    public Channel<WriteRequest> Writes { get; } = Channel.CreateBounded<WriteRequest>(0);

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
            map[write.Key] = write.Value;
            await write.Reply.Writer.WriteAsync(true).ConfigureAwait(false);
        }
    }

    /// <summary>Asks for the value of a key.</summary>
    public sealed record ReadRequest(int Key)
    {
        /// <summary>Where the owner sends the value.</summary>
        public Channel<int> Reply { get; } = Channel.CreateBounded<int>(0);
    }

    /// <summary>Asks for a key to get a value.</summary>
    public sealed record WriteRequest(int Key, int Value)
    {
        /// <summary>Where the owner sends that it is done.</summary>
        public Channel<bool> Reply { get; } = Channel.CreateBounded<bool>(0);
    }
}
