namespace KeyedState.Stores.Tests;

public sealed class GroupCommitTests
{
    private readonly List<TaskCompletionSource> commits = [];
    private readonly SemaphoreSlim begun = new(0);
    private readonly GroupCommit group;

    public GroupCommitTests() => group = new(() =>
    {
        commits.Add(new TaskCompletionSource());
        begun.Release();
        return commits[^1].Task;
    });

    [Fact]
    public async Task JoinAsync_WhileACommitIsUnderWay_WaitsForTheNext()
    {
        var first = group.JoinAsync();
        await begun.WaitAsync(TestContext.Current.CancellationToken);
        Task[] late = [group.JoinAsync(), group.JoinAsync()];

        commits[0].SetResult();
        await first;
        await begun.WaitAsync(TestContext.Current.CancellationToken);

        Assert.All(late, one => Assert.False(one.IsCompleted));
        commits[1].SetResult();
        await Task.WhenAll(late);
        Assert.Equal(2, commits.Count);
    }

    [Fact]
    public async Task JoinAsync_CommitThatFails_FailsForItsGroupOnly()
    {
        var first = group.JoinAsync();
        await begun.WaitAsync(TestContext.Current.CancellationToken);
        var second = group.JoinAsync();

        commits[0].SetException(new IOException("no space"));
        await Assert.ThrowsAsync<IOException>(() => first);
        await begun.WaitAsync(TestContext.Current.CancellationToken);
        commits[1].SetResult();
        await second;
    }

    [Fact]
    public async Task JoinAsync_AfterAllWereServed_CommitsAgain()
    {
        foreach (var turn in Enumerable.Range(0, 3))
        {
            var joined = group.JoinAsync();
            await begun.WaitAsync(TestContext.Current.CancellationToken);
            commits[turn].SetResult();
            await joined;
        }

        Assert.Equal(3, commits.Count);
    }
}
