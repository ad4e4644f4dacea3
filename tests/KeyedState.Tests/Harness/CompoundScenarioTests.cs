using KeyedState.Harness;

namespace KeyedState.Tests.Harness;

public sealed class CompoundScenarioTests
{
    private static readonly FixedWork Little = new(OperationsPerWorker: 3, RunLength: 2);

    public static TheoryData<string> Names => new(CompoundScenarios.All.Select(scenario => scenario.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Scenario_AsText_ReadsBackAsItWas(string name)
    {
        var plan = new LaunchPlan(Find(name), Little, WarmupPlan.Untiered, StateLifetime.Launch);

        var read = LaunchPlan.Parse(plan.ToString());

        Assert.Equal(plan.ToString(), read.ToString());
        Assert.Equal(plan.Scenario.Keys, read.Scenario.Keys);
        Assert.Equal(plan.Scenario.Roles, read.Scenario.Roles);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Scenario_StateThatOffersAll_LeavesTheSumThatItMust(string name)
    {
        using var launch = Run(typeof(SemaphoreSlimState), Find(name), () => new SemaphoreSlimState());

        launch.CheckSum();
    }

    [Fact]
    public void CheckSum_LostAdd_Throws()
    {
        using var launch = Run(typeof(LockState), CompoundScenarios.AllAdd, () => new ForgetfulState());

        Assert.Contains("is wrong in the scenario all add", Assert.Throws<InvalidOperationException>(launch.CheckSum).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckSum_TransferThatLosesItsAmount_Throws()
    {
        using var launch = Run(typeof(LockState), CompoundScenarios.AllTransfer, () => new ForgetfulState());

        Assert.Throws<InvalidOperationException>(launch.CheckSum);
    }

    [Fact]
    public void Park_SnapshotWithAnotherSumWhileTheStateSettles_Throws()
    {
        using var launch = new StateLaunch(StateEntry.Of(typeof(LockState)), PlanOf(CompoundScenarios.Ledger), () => new ForgetfulState());

        Assert.Contains("A snapshot of all keys has the sum", Assert.Throws<InvalidOperationException>(launch.Park).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Driver_StateWithoutTheCapability_IsRefused() => Assert.Contains(
        "does not offer Transfer",
        Assert.Throws<InvalidOperationException>(() => new FixedWorkDriver("Map", new ConcurrentDictionaryState(), CompoundScenarios.AllTransfer, TimeSpan.FromSeconds(60))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(1000)]
    public void OtherKey_ManyDraws_AreAllOtherKeysAndNeverTheKey(int keys)
    {
        var draws = new Draws(Scenario.GoByExample with { Keys = new KeySpace(keys) }, worker: 0);
        var seen = new HashSet<(int, int)>();
        for (var i = 0; i < 20_000; i++)
        {
            var key = draws.NextKey();
            var other = draws.OtherKey(key, keys);
            Assert.InRange(other, 0, keys - 1);
            Assert.NotEqual(key, other);
            seen.Add((key, other));
        }

        Assert.InRange(seen.Count, Math.Min(keys * (keys - 1), 15_000), 20_000);
    }

    private static Scenario Find(string name) => CompoundScenarios.All.Single(scenario => scenario.Name == name);

    private static LaunchPlan PlanOf(Scenario scenario) => new(scenario, Little, WarmupPlan.None, StateLifetime.Launch);

    private static StateLaunch Run(Type entry, Scenario scenario, Func<IKeyedState> create)
    {
        var launch = new StateLaunch(StateEntry.Of(entry), PlanOf(scenario), create);
        launch.Park();
        launch.Release();
        launch.Count();
        return launch;
    }

    /// <summary>A state that forgets one thing in fifty.</summary>
    private sealed class ForgetfulState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
    {
        private readonly LockState state = new();
        private int calls;

        public ValueTask<int> ReadAsync(int key) => state.ReadAsync(key);

        public ValueTask WriteAsync(int key, int value) => state.WriteAsync(key, value);

        public ValueTask<int> AddAsync(int key, int amount) => state.AddAsync(key, Forgets() ? 0 : amount);

        public async ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
        {
            var result = await state.TransferAsync(source, target, amount);
            if (Forgets())
            {
                await state.AddAsync(target, -amount);
            }

            return result;
        }

        public async ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
        {
            await state.SnapshotAsync(keys, values);
            values.Span[0] += Forgets() ? 1 : 0;
        }

        public ValueTask DisposeAsync() => state.DisposeAsync();

        private bool Forgets() => Interlocked.Increment(ref calls) % 50 == 0;
    }
}
