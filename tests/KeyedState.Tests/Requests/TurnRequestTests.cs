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
    public void Reply_NotThereYet_IsNotComplete()
    {
        var reply = request.BeginRead(1);

        Assert.False(reply.IsCompleted);
        Assert.Throws<InvalidOperationException>(() => reply.GetAwaiter().GetResult());
    }
}
