using KeyedState.Harness;
using KeyedState.Tests.Contract;

namespace KeyedState.Tests.Harness;

public sealed class CreationRaceTests
{
    public static TheoryData<string> Names => [.. KeyCreations.All.Select(creation => creation.Name)];

    public static TheoryData<string> NamesOfOnce => [.. KeyCreations.All.Where(creation => creation.Create() is LazyTaskCreation or UpdateCreation).Select(creation => creation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task GetOrAddAsync_KeyThatHasAValue_RunsNothing(string name)
    {
        var creation = New(name);
        Assert.Equal(5, await creation.GetOrAddAsync(1, _ => Task.FromResult(5)).InTime());

        Assert.Equal(5, await creation.GetOrAddAsync(1, _ => throw new NotSupportedException()).InTime());
    }

    [Theory]
    [MemberData(nameof(NamesOfOnce))]
    public void RunsPerKey_WaysThatRunTheCodeOnce_AreOne(string name) => Assert.Equal(1, CreationRace.RunsPerKey(New(name)));

    [Fact]
    public async Task GetOrAddAsync_CheckedByTwoWhileTheCodeRuns_RunsItTwice()
    {
        var (creation, code, runs) = (new CheckedCreation(), new TaskCompletionSource<int>(), 0);

        var callers = new[] { creation.GetOrAddAsync(1, CreateAsync), creation.GetOrAddAsync(1, CreateAsync) };
        code.SetResult(5);

        Assert.All(await Task.WhenAll(callers).InTime(), value => Assert.Equal(5, value));
        Assert.Equal(2, runs);

        Task<int> CreateAsync(int key)
        {
            runs++;
            return code.Task;
        }
    }

    [Fact]
    public async Task GetOrAddAsync_DictionaryOfTasksAskedWhileTheCodeIsBeingCalled_CallsItTwice()
    {
        var (creation, runs) = (new TaskCreation(), 0);

        var value = creation.GetOrAddAsync(1, CreateAsync);

        // The caller who came in between was first, and both get what its code made.
        Assert.Equal(2, await value.InTime());
        Assert.Equal(2, runs);

        Task<int> CreateAsync(int key)
        {
            var run = ++runs;
            return run == 1 ? Task.FromResult(Task.Run(() => creation.GetOrAddAsync(key, CreateAsync)).GetAwaiter().GetResult() - 1) : Task.FromResult(run);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task KeepsFailureAsync_DictionariesOfTasks_KeepIt(string name) => Assert.Equal(
        New(name) is TaskCreation or LazyTaskCreation, await CreationRace.KeepsFailureAsync(New(name)).InTime());

    [Fact]
    public void RunsPerKey_WayThatGivesEachCallerItsOwn_IsNoWay() =>
        Assert.Contains("different values", Assert.Throws<InvalidOperationException>(() => CreationRace.RunsPerKey(new Forgetful())).Message, StringComparison.Ordinal);

    private static IKeyCreation New(string name) => KeyCreations.All.Single(creation => creation.Name == name).Create();

    private sealed class Forgetful : IKeyCreation
    {
        public Task<int> GetOrAddAsync(int key, Func<int, Task<int>> create) => create(key);
    }
}
