namespace KeyedState.Tests.Channels;

/// <summary>Pumps that are started, split, replaced and at rest, step by step and under load.</summary>
public sealed class PumpTests
{
    private readonly Inbox inbox = new();
    private readonly PumpRoster pumps;

    public PumpTests() => pumps = new PumpRoster(inbox, most: 2);

    [Fact]
    public async Task Start_RequestsInTheInbox_AreServedAndThePumpRests()
    {
        var first = Ask(1, 11);
        var second = Ask(1, 12);
        pumps.Start();
        await first;
        await second;
        await pumps.WhenAllRest();

        Assert.True(pumps.IsIdle);
        Assert.True(inbox.IsUnowned);
        Assert.Equal(12, await ReadAsync(1));
    }

    /// <summary>A thread has pushed a request and is held up before it starts a pump.</summary>
    [Fact]
    public async Task WhenAllRest_NobodyHasStartedThePumpYet_WaitsForIt()
    {
        var write = Ask(1, 11);
        var allRest = pumps.WhenAllRest();
        Assert.True(pumps.IsIdle);
        Assert.False(allRest.IsCompleted);

        pumps.Start();

        await allRest;
        Assert.True(write.IsCompletedSuccessfully);
        await write;
    }

    /// <summary>A request comes after a pump gave the inbox up and before that pump rests.</summary>
    [Fact]
    public async Task Rest_SomebodyAskedMeanwhile_IsNotTheEnd()
    {
        var pump = new Pump([], inbox, pumps);
        Assert.True(inbox.Push(Write(1, 11, out var write)));
        var allRest = pumps.WhenAllRest();

        pumps.Rest(pump);
        Assert.False(allRest.IsCompleted);

        pumps.Start();
        await allRest;
        Assert.True(write.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task ReplaceStuck_CallerBlocks_TheOthersAreAnsweredByItsSuccessor()
    {
        using var blocked = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var blocker = Block();
        var sameBatch = Ask(2, 22);
        pumps.Start();
        blocked.Wait(TestContext.Current.CancellationToken);
        Assert.False(inbox.Push(Write(3, 33, out var later)));

        pumps.ReplaceStuck();
        Assert.False(later.IsCompleted);
        pumps.ReplaceStuck();

        await sameBatch;
        await later;
        Assert.False(blocker.IsCompleted);
        await pumps.WhenAllRest();
        Assert.True(inbox.IsUnowned);
        release.Set();
        await blocker;

        async Task Block()
        {
            await Ask(1, 11);
            blocked.Set();
            release.Wait(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task ReplaceStuck_CallerAskedBeforeItBlocked_TheSuccessorServesTheRequest()
    {
        using var blocked = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var asked = Task.CompletedTask;
        var late = true;
        var blocker = AskThenBlock();
        pumps.Start();
        blocked.Wait(TestContext.Current.CancellationToken);

        pumps.ReplaceStuck();
        pumps.ReplaceStuck();
        await asked;

        Assert.Equal(33, await ReadAsync(3));
        release.Set();
        await blocker;
        Assert.False(late);

        async Task AskThenBlock()
        {
            await Ask(1, 11);
            var running = OfThisThread;
            asked = Near(running, 3, 33);
            Assert.True(running.TryAdd());
            blocked.Set();
            release.Wait(TestContext.Current.CancellationToken);
            Assert.False(running.Serves(inbox));
            _ = Near(running, 4, 44);
            late = running.TryAdd();
        }
    }

    [Fact]
    public async Task Split_CallersAreEnoughAndThereIsRoom_TwoPumpsServeThem()
    {
        const int Callers = 40;
        using var both = new Barrier(2);
        var seen = new HashSet<Pump>();
        var meetings = Enumerable.Range(0, Callers).Select(Meet).ToArray();
        pumps.Start();

        await Task.WhenAll(meetings);

        Assert.Equal(2, seen.Count);
        await pumps.WhenAllRest();
        Assert.True(inbox.IsUnowned);
        for (var key = 0; key < Callers; key++)
        {
            Assert.Equal(key + 1, await ReadAsync(key));
        }

        async Task Meet(int key)
        {
            await Ask(key, -1);
            var running = OfThisThread;
            var reply = Near(running, key, key + 1);
            Assert.True(running.TryAdd());
            await reply;

            // The first caller and the last are in different halves; each waits in its pump for the other.
            lock (seen)
            {
                seen.Add(OfThisThread);
            }

            if (key is 0 or Callers - 1)
            {
                both.SignalAndWait(TestContext.Current.CancellationToken);
            }
        }
    }

    [Fact]
    public async Task Split_PumpWithoutTheInboxIsStuck_ItsSuccessorServesOnlyWhatItHad()
    {
        const int Callers = 40;
        using var blocked = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var callers = Enumerable.Range(0, Callers).Select(Call).ToArray();
        pumps.Start();
        blocked.Wait(TestContext.Current.CancellationToken);
        await Task.WhenAll(callers[..(Callers / 2)]);

        // The pump that has the inbox gives it up; then the test itself takes it, and leaves a request in it.
        do
        {
            await Task.Yield();
        }
        while (!inbox.IsUnowned);
        Assert.True(inbox.Push(Write(Callers, 99, out var later)));

        pumps.ReplaceStuck();
        pumps.ReplaceStuck();
        await Task.WhenAll(callers.Where((_, caller) => caller != Callers / 2));

        // The test still has the inbox, so not everything is done when all pumps rest.
        while (!pumps.IsIdle)
        {
            await Task.Yield();
        }

        Assert.False(later.IsCompleted);

        pumps.Start();
        await later;
        release.Set();
        await Task.WhenAll(callers);

        async Task Call(int key)
        {
            await Ask(key, -1);
            var running = OfThisThread;
            var reply = Near(running, key, key + 1);
            Assert.True(running.TryAdd());
            await reply;
            if (key == Callers / 2)
            {
                // The first of the second half.
                blocked.Set();
                release.Wait(TestContext.Current.CancellationToken);
            }
        }
    }

    private static Pump OfThisThread => (Pump)RevocableReplies.OfThisThread!;

    private static Task Near(Pump running, int key, int value) => running.Next().BeginWrite(key, value).AsTask();

    private static TurnRequest Write(int key, int value, out Task reply)
    {
        var request = new TurnRequest();
        reply = request.BeginWrite(key, value).AsTask();
        return request;
    }

    private ValueTask Ask(int key, int value)
    {
        var request = new TurnRequest();
        var reply = request.BeginWrite(key, value);
        inbox.Push(request);
        return reply;
    }

    private async Task<int> ReadAsync(int key)
    {
        var reply = inbox.Read(key, out var needsOwner);
        if (needsOwner)
        {
            pumps.Start();
        }

        return await reply;
    }
}
