namespace KeyedState.Tests.Owners;

/// <summary>The protocol between a lease's thread and the watcher, step by step and under load.</summary>
public sealed class LeaseTests
{
    private readonly Dictionary<int, int> map = [];
    private readonly Inbox inbox = new();
    private readonly Lease lease;

    public LeaseTests() => lease = new Lease(map, inbox);

    [Fact]
    public void TryRevoke_NobodyRunsCallers_IsRefused() => Assert.False(lease.TryRevoke());

    [Fact]
    public async Task TryRevoke_CallerBlocks_TheOthersAreAnsweredUnderTheSuccessor()
    {
        using var blocked = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var blocker = BlockAfter(Ask(1, 11), blocked, release);
        var other = Ask(2, 22).AsTask();
        var thread = Task.Run(Execute, TestContext.Current.CancellationToken);
        blocked.Wait(TestContext.Current.CancellationToken);

        Assert.True(lease.TryRevoke());
        var successor = new Lease(map, inbox);
        lease.HandOver(successor);
        await other;

        Assert.False(blocker.IsCompleted);
        release.Set();
        await blocker;
        await thread;
        Assert.Equal((11, 22), (map[1], map[2]));
        Assert.False(inbox.IsUnowned);
    }

    [Fact]
    public async Task TryRevoke_CallerAskedBeforeItBlocked_TheSuccessorServesTheRequest()
    {
        using var blocked = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        Task asked = Task.CompletedTask;
        var blocker = AskThenBlock();
        var thread = Task.Run(Execute, TestContext.Current.CancellationToken);
        blocked.Wait(TestContext.Current.CancellationToken);

        Assert.True(lease.TryRevoke());
        var successor = new Lease(map, inbox);
        lease.HandOver(successor);
        ((IThreadPoolWorkItem)successor).Execute();
        await asked;

        Assert.Equal(33, map[3]);
        release.Set();
        await blocker;
        await thread;

        async Task AskThenBlock()
        {
            await Ask(1, 11);
            Assert.True(lease.Serves(inbox));
            var near = lease.Next();
            asked = near.BeginWrite(3, 33).AsTask();
            Assert.True(lease.TryAdd());
            blocked.Set();
            release.Wait(TestContext.Current.CancellationToken);
            Assert.False(lease.Serves(inbox));
        }
    }

    [Fact]
    public async Task TryAdd_AfterTheRevocation_SaysThatTheRequestWasNotHandedOver()
    {
        using var blocked = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        bool? added = null;
        var blocker = BlockThenAsk();
        var thread = Task.Run(Execute, TestContext.Current.CancellationToken);
        blocked.Wait(TestContext.Current.CancellationToken);

        Assert.True(lease.TryRevoke());
        release.Set();
        await blocker;
        await thread;

        Assert.False(added);

        async Task BlockThenAsk()
        {
            await Ask(1, 11);
            var near = lease.Next();
            _ = near.BeginWrite(3, 33).AsTask();
            blocked.Set();
            release.Wait(TestContext.Current.CancellationToken);
            added = lease.TryAdd();
        }
    }

    [Fact]
    public void TryRevoke_Twice_IsRefusedTheSecondTime()
    {
        var outcomes = new List<bool>();
        var caller = RevokeTwice();
        Execute();

        Assert.True(caller.IsCompletedSuccessfully);
        Assert.Equal([true, false], outcomes);

        async Task RevokeTwice()
        {
            await Ask(1, 11);
            outcomes.Add(lease.TryRevoke());
            outcomes.Add(lease.TryRevoke());
        }
    }

    private static async Task BlockAfter(ValueTask operation, ManualResetEventSlim blocked, ManualResetEventSlim release)
    {
        await operation;
        blocked.Set();
        release.Wait();
    }

    private void Execute() => ((IThreadPoolWorkItem)lease).Execute();

    private ValueTask Ask(int key, int value)
    {
        var request = new TurnRequest();
        var reply = request.BeginWrite(key, value);
        inbox.Push(request);
        return reply;
    }
}
