namespace KeyedState.Tests.Owners;

/// <summary>How many operations pumps say that they have served, by which it is decided how many pumps there may be.</summary>
public sealed class PumpServedTests : PumpSetup
{
    /// <summary>What is told later would be missing from one period and too much in the next, the more so the more pumps there are.</summary>
    [Fact]
    public async Task CountServed_InTheMiddleOfATurn_IncludesIt()
    {
        var seen = new List<long>();
        var caller = Call();
        Pumps.Start();
        await caller;

        Assert.Equal([1, 2, 3], seen);

        async Task Call()
        {
            await Ask(0, 0);
            seen.Add(Pumps.CountServed());
            for (var i = 1; i < 3; i++)
            {
                var running = (Pump)RevocableReplies.OfThisThread!;
                var reply = running.Next().BeginWrite(0, i);
                Assert.True(running.TryAdd());
                await reply;
                seen.Add(Pumps.CountServed());
            }
        }
    }

    [Fact]
    public async Task CountServed_PumpRestsAndComesBack_CountsWhatItServesThen()
    {
        for (var times = 1; times <= 3; times++)
        {
            var reply = Ask(0, 0);
            Pumps.Start();
            await reply;
            await Pumps.WhenAllRest();

            Assert.Equal(times, Pumps.CountServed());
        }
    }

    [Fact]
    public async Task CountServed_PumpWasReplaced_CountsWhatBothServed()
    {
        using var blocked = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var blocker = Block();
        var sameBatch = Ask(2, 22);
        Pumps.Start();
        blocked.Wait(TestContext.Current.CancellationToken);
        Inbox.Push(Write(3, 33, out var later));

        Pumps.ReplaceStuck();
        Pumps.ReplaceStuck();
        await sameBatch;
        await later;
        await Pumps.WhenAllRest();
        release.Set();
        await blocker;

        Assert.Equal(3, Pumps.CountServed());

        async Task Block()
        {
            await Ask(1, 11);
            blocked.Set();
            release.Wait(TestContext.Current.CancellationToken);
        }
    }
}
