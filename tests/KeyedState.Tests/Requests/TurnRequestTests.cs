using System.Diagnostics.CodeAnalysis;

namespace KeyedState.Tests.Requests;

[SuppressMessage("Reliability", "CA2012", Justification = "How value tasks are misused is what is tested.")]
public sealed class TurnRequestTests
{
    private readonly TurnRequest request = new();

    [Fact]
    public async Task Reply_AwaitedTwice_Throws()
    {
        var reply = request.BeginRead(1);
        request.Complete();
        Assert.Equal(0, await reply);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await reply);
    }

    [Fact]
    public async Task Reply_AwaitedAgainAfterTheRequestIsUsedAgain_Throws()
    {
        var old = request.BeginRead(1);
        request.Complete();
        Assert.Equal(0, await old);
        var current = request.BeginWrite(1, 2);
        request.Complete();

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await old);
        await current;
    }

    [Fact]
    public async Task Apply_OneValue_ReadsWritesAndAdds()
    {
        var value = int.MaxValue;

        var added = request.BeginAdd(1, 2);
        Serve();
        Assert.Equal((int.MaxValue, int.MinValue + 1), (await added, value));
        var written = request.BeginWrite(1, 7);
        Serve();
        await written;
        var read = request.BeginRead(1);
        Serve();
        Assert.Equal((7, 7), (await read, value));

        void Serve()
        {
            request.Apply(ref value);
            request.Complete();
        }
    }

    [Fact]
    public void Apply_OneValueForATransfer_Throws()
    {
        var value = 10;
        _ = request.BeginTransfer(1, 2, 5);

        Assert.Throws<InvalidOperationException>(() => request.Apply(ref value));
        Assert.Equal(10, value);
    }

    [Fact]
    public void Reply_NotThereYet_IsNotComplete()
    {
        var reply = request.BeginRead(1);

        Assert.False(reply.IsCompleted);
        Assert.Throws<InvalidOperationException>(() => reply.GetAwaiter().GetResult());
    }
}
