using KeyedState.Tests.Contract;

namespace KeyedState.Tests.Owners;

/// <summary>The owner of the Go port meets its senders as a goroutine would.</summary>
public sealed class RendezvousOwnerTests
{
    private readonly RendezvousOwner owner = new();

    [Fact]
    public async Task Send_OwnerDoesNotReceive_DoesNotComplete()
    {
        var read = new RendezvousOwner.ReadRequest(1);
        var send = owner.Reads.Writer.WriteAsync(read, TestContext.Current.CancellationToken).AsTask();
        Assert.False(send.IsCompleted);

        var serving = owner.ServeAsync();

        await send.InTime();
        Assert.Equal(0, await ReplyTo(read));
        await Close(serving);
    }

    [Fact]
    public async Task Send_ReplyBeforeIsNotReceived_DoesNotComplete()
    {
        var serving = owner.ServeAsync();
        var first = new RendezvousOwner.WriteRequest(1, 11);
        var second = new RendezvousOwner.ReadRequest(1);
        await Send(first);

        var send = Send(second);
        Assert.False(send.IsCompleted);
        await ReplyTo(first);

        await send;
        Assert.Equal(11, await ReplyTo(second));
        await Close(serving);
    }

    [Fact]
    public async Task ServeAsync_BothHaveSenders_TakesOneOfEachInTurn()
    {
        var reads = Enumerable.Range(0, 5).Select(_ => new RendezvousOwner.ReadRequest(1)).ToArray();
        var writes = Enumerable.Range(1, 5).Select(value => new RendezvousOwner.WriteRequest(1, value)).ToArray();
        var sends = reads.Select(Send).Concat(writes.Select(Send)).ToArray();

        var serving = owner.ServeAsync();

        // The owner waits until a reply is received, so in any other order this would not end.
        for (var i = 0; i < reads.Length; i++)
        {
            Assert.Equal(i, await ReplyTo(reads[i]));
            await ReplyTo(writes[i]);
        }

        await Task.WhenAll(sends).InTime();
        await Close(serving);
    }

    private static Task<int> ReplyTo(RendezvousOwner.ReadRequest read) =>
        read.Reply.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().InTime();

    private static Task<bool> ReplyTo(RendezvousOwner.WriteRequest write) =>
        write.Reply.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().InTime();

    private Task Send(RendezvousOwner.ReadRequest read) =>
        owner.Reads.Writer.WriteAsync(read, TestContext.Current.CancellationToken).AsTask().InTime();

    private Task Send(RendezvousOwner.WriteRequest write) =>
        owner.Writes.Writer.WriteAsync(write, TestContext.Current.CancellationToken).AsTask().InTime();

    private Task Close(Task serving)
    {
        owner.Reads.Writer.Complete();
        owner.Writes.Writer.Complete();
        return serving.InTime();
    }
}
