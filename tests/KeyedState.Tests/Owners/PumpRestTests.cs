namespace KeyedState.Tests.Owners;

/// <summary>When pumps start, and when all of them rest.</summary>
public sealed class PumpRestTests : PumpSetup
{
    [Fact]
    public async Task Start_RequestsInTheInbox_AreServedAndThePumpRests()
    {
        var first = Ask(1, 11);
        var second = Ask(1, 12);
        Pumps.Start();
        await first;
        await second;
        await Pumps.WhenAllRest();

        Assert.True(Pumps.IsIdle);
        Assert.True(Inbox.IsUnowned);
        Assert.Equal(12, await ReadAsync(1));
    }

    /// <summary>A thread has pushed a request and is held up before it starts a pump.</summary>
    [Fact]
    public async Task WhenAllRest_NobodyHasStartedThePumpYet_WaitsForIt()
    {
        var write = Ask(1, 11);
        var allRest = Pumps.WhenAllRest();
        Assert.True(Pumps.IsIdle);
        Assert.False(allRest.IsCompleted);

        Pumps.Start();

        await allRest;
        Assert.True(write.IsCompletedSuccessfully);
        await write;
    }

    /// <summary>A request comes after a pump gave the inbox up and before that pump rests.</summary>
    [Fact]
    public async Task Rest_SomebodyAskedMeanwhile_IsNotTheEnd()
    {
        var pump = new Pump([], Inbox, Pumps);
        Assert.True(Inbox.Push(Write(1, 11, out var write)));
        var allRest = Pumps.WhenAllRest();

        Pumps.Rest(pump);
        Assert.False(allRest.IsCompleted);

        Pumps.Start();
        await allRest;
        Assert.True(write.IsCompletedSuccessfully);
    }
}
