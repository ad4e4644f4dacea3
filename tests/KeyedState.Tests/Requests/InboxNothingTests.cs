namespace KeyedState.Tests.Requests;

public sealed class InboxNothingTests
{
    [Fact]
    public async Task Nothing_Applied_ChangesNothingAndIsAnswered()
    {
        var inbox = new Inbox();
        var map = new Dictionary<int, int> { [0] = 11 };
        var reply = inbox.Nothing(out var needsOwner);
        var request = inbox.TakeAll()!;

        request.Apply(map);
        request.Complete();
        await reply;

        Assert.True(needsOwner);
        Assert.Equal([new KeyValuePair<int, int>(0, 11)], map);
    }
}
