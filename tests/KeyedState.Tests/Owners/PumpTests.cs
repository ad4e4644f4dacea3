namespace KeyedState.Tests.Owners;

/// <summary>Pumps that are replaced and divided, step by step and under load.</summary>
public sealed class PumpTests : PumpSetup
{
    [Fact]
    public async Task ReplaceStuck_CallerBlocks_TheOthersAreAnsweredByItsSuccessor()
    {
        using var blocked = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var blocker = Block();
        var sameBatch = Ask(2, 22);
        Pumps.Start();
        blocked.Wait(TestContext.Current.CancellationToken);
        Assert.False(Inbox.Push(Write(3, 33, out var later)));

        Pumps.ReplaceStuck();
        Assert.False(later.IsCompleted);
        Pumps.ReplaceStuck();

        await sameBatch;
        await later;
        Assert.False(blocker.IsCompleted);
        await Pumps.WhenAllRest();
        Assert.True(Inbox.IsUnowned);
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
        Pumps.Start();
        blocked.Wait(TestContext.Current.CancellationToken);

        Pumps.ReplaceStuck();
        Pumps.ReplaceStuck();
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
            Assert.False(running.Serves(Inbox));
            _ = Near(running, 4, 44);
            late = running.TryAdd();
        }
    }

    [Fact]
    public async Task Look_CallersAreEnoughAndStay_TwoPumpsServeThem()
    {
        const int Callers = 40;
        using var both = new Barrier(2);
        var isDivided = false;
        var seen = new HashSet<Pump>();
        var meetings = Enumerable.Range(0, Callers).Select(Meet).ToArray();
        Pumps.Start();

        await Task.WhenAll(meetings);

        Assert.Equal(2, seen.Count);
        await Pumps.WhenAllRest();
        Assert.True(Inbox.IsUnowned);
        for (var key = 0; key < Callers; key++)
        {
            Assert.Equal(key + 1, await ReadAsync(key));
        }

        async Task Meet(int key)
        {
            await Ask(key, -1);
            var first = OfThisThread;
            do
            {
                await AskAgain(key);

                // The last caller is among those that are given away.
                if (key == Callers - 1 && OfThisThread != first)
                {
                    Volatile.Write(ref isDivided, true);
                }
            }
            while (!Volatile.Read(ref isDivided));

            lock (seen)
            {
                seen.Add(OfThisThread);
            }

            // Each waits in its pump for the other.
            if (key is 0 or Callers - 1)
            {
                both.SignalAndWait(TestContext.Current.CancellationToken);
            }
        }
    }

    [Fact]
    public async Task ReplaceStuck_PumpWithoutTheInbox_ItsSuccessorServesOnlyWhatItHad()
    {
        const int Callers = 40;
        using var blocked = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var isDivided = false;
        var callers = Enumerable.Range(0, Callers).Select(Call).ToArray();
        Pumps.Start();
        blocked.Wait(TestContext.Current.CancellationToken);
        await Task.WhenAll(callers[..(Callers / 2)]);

        // The pump that has the inbox gives it up; then the test itself takes it, and leaves a request in it.
        do
        {
            await Task.Yield();
        }
        while (!Inbox.IsUnowned);
        Assert.True(Inbox.Push(Write(Callers, 99, out var later)));

        Pumps.ReplaceStuck();
        Pumps.ReplaceStuck();
        await Task.WhenAll(callers.Where((_, caller) => caller != Callers / 2));

        // The test still has the inbox, so not everything is done when all pumps rest.
        while (!Pumps.IsIdle)
        {
            await Task.Yield();
        }

        Assert.False(later.IsCompleted);

        Pumps.Start();
        await later;
        release.Set();
        await Task.WhenAll(callers);

        async Task Call(int key)
        {
            await Ask(key, -1);
            var first = OfThisThread;
            do
            {
                await AskAgain(key);
                if (key == Callers / 2 && OfThisThread != first)
                {
                    // The first of the second half.
                    Volatile.Write(ref isDivided, true);
                    blocked.Set();
                    release.Wait(TestContext.Current.CancellationToken);
                }
            }
            while (!Volatile.Read(ref isDivided));
        }
    }

    private static Pump OfThisThread => (Pump)RevocableReplies.OfThisThread!;

    private static Task Near(Pump running, int key, int value) => running.Next().BeginWrite(key, value).AsTask();

    private static Task AskAgain(int key)
    {
        var running = OfThisThread;
        var reply = Near(running, key, key + 1);
        Assert.True(running.TryAdd());
        return reply;
    }
}
