using KeyedState.Stores.Benchmarks;
using KeyedState.Verification;

namespace KeyedState.Stores.Tests;

/// <summary>What every engine that this machine has must do, and what each declares.</summary>
public sealed class StoreStatesTests(SharedStates states) : IClassFixture<SharedStates>
{
    private const int Operations = 2_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The engines that can be started here; the others' tests would say nothing.</summary>
    public static TheoryData<string> Engines => [.. Present.Select(entry => entry.Name)];

    /// <summary>Those of them that offer a capability.</summary>
    /// <param name="capability">The capability.</param>
    public static TheoryData<string> EnginesThatOffer(Capability capability) => [.. Present.Where(entry => entry.Offers(capability)).Select(entry => entry.Name)];

    /// <summary>Those that dispose of themselves each in a way of its own.</summary>
    public static TheoryData<string> Disposals =>
        [.. Present.DistinctBy(entry => entry.Type.BaseType).Select(entry => entry.Name)];

    // Four silos are two more of the same, and have a test of their own.
    private static IEnumerable<StateEntry> Present => StoreCatalogue.Engines.Where(entry => StoreAbsence.Of(entry.Type) is null && entry.Type != typeof(OrleansFourSilosState));

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Operations_OfOneCaller_FollowTheContract(string name)
    {
        var (state, key) = (states.Get(name), states.NextKey());
        Assert.Equal(0, await state.ReadAsync(-key));
        await state.WriteAsync(-key, int.MinValue);
        Assert.Equal(int.MinValue, await state.ReadAsync(-key));
        await state.WriteAsync(-key, 3);
        Assert.Equal(3, await state.ReadAsync(-key));
    }

    [Theory]
    [MemberData(nameof(EnginesThatOffer), Capability.Add)]
    public async Task AddAsync_BeyondTheBounds_WrapsAndAnswersTheValueBefore(string name)
    {
        var (state, key) = (states.Get(name), states.NextKey());
        var adding = Assert.IsType<IAtomicAdd>(state, exactMatch: false);

        Assert.Equal(0, await adding.AddAsync(key, int.MaxValue));
        Assert.Equal(int.MaxValue, await adding.AddAsync(key, 1));
        Assert.Equal(int.MinValue, await state.ReadAsync(key));
        Assert.Equal(int.MinValue, await adding.AddAsync(key, -1));
        Assert.Equal(int.MaxValue, await state.ReadAsync(key));
    }

    [Theory]
    [MemberData(nameof(EnginesThatOffer), Capability.Transfer)]
    public async Task TransferAsync_EnoughTooLittleOrTooLarge_MovesOrChangesNothing(string name)
    {
        var (state, key) = (states.Get(name), states.NextKey());
        var moving = Assert.IsType<IAtomicTransfer>(state, exactMatch: false);
        await state.WriteAsync(key, 10);

        Assert.Equal(new TransferResult(10, 0, Moved: true), await moving.TransferAsync(key, key + 2, 4));
        Assert.Equal(new TransferResult(6, 4, Moved: false), await moving.TransferAsync(key, key + 2, 7));
        await state.WriteAsync(key + 2, int.MaxValue);
        await Assert.ThrowsAsync<InvalidTransferException>(async () => await moving.TransferAsync(key, key + 2, 1));
        await Assert.ThrowsAsync<InvalidTransferException>(async () => await moving.TransferAsync(key, key, 1));

        Assert.Equal(6, await state.ReadAsync(key));
        Assert.Equal(int.MaxValue, await state.ReadAsync(key + 2));
    }

    /// <summary>The sum of additions is kept in more bits than a value has, and a transfer must not see them.</summary>
    [Theory]
    [MemberData(nameof(EnginesThatOffer), Capability.Transfer)]
    public async Task TransferAsync_AfterASumWrapped_SeesTheValue(string name)
    {
        var (state, key) = (states.Get(name), states.NextKey());
        await ((IAtomicAdd)state).AddAsync(key, int.MaxValue);
        await ((IAtomicAdd)state).AddAsync(key, 1);

        Assert.Equal(new TransferResult(int.MinValue, 0, Moved: false), await ((IAtomicTransfer)state).TransferAsync(key, key + 2, 1));
    }

    [Theory]
    [MemberData(nameof(EnginesThatOffer), Capability.Snapshot)]
    public async Task SnapshotAsync_KeysInAnyOrder_HasEachInItsPlace(string name)
    {
        var (state, key) = (states.Get(name), states.NextKey());
        var reading = Assert.IsType<IAtomicSnapshot>(state, exactMatch: false);
        await state.WriteAsync(key, 10);
        await state.WriteAsync(key + 3, 30);
        int[] keys = [key + 3, key + 2, key, key + 3];
        int[] values = [9, 9, 9, 9, 9];

        await reading.SnapshotAsync(keys, values);
        Assert.Equal([30, 0, 10, 30, 9], values);

        await reading.SnapshotAsync(Array.Empty<int>(), values);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await reading.SnapshotAsync(keys, new int[1]));
    }

    [Theory]
    [MemberData(nameof(Disposals))]
    public async Task DisposeAsync_UnderLoad_AnswersOrRefusesEverything(string name)
    {
        var state = states.Fresh(name);
        var callers = Enumerable.Range(0, 8).Select(key => Task.Run(async () =>
        {
            while (true)
            {
                await state.WriteAsync(key, 1);
            }
        })).ToArray();
        for (var key = 0; key < 8; key++)
        {
            await state.ReadAsync(key);
        }

        await state.DisposeAsync().AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
        await state.DisposeAsync();

        Assert.All(await Task.WhenAll(callers.Select(EndOf)).WaitAsync(Patience, TestContext.Current.CancellationToken), end => Assert.IsType<ObjectDisposedException>(end));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await state.ReadAsync(0));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Verify_ManyCallers_FindsNothing(string name)
    {
        await using var state = states.Fresh(name);

        var outcome = StateVerifier.Verify(state, Operations, seed: 1, Patience);

        Assert.Null(outcome.Explanation);
        Assert.Equal(0, outcome.Undecided);
        Assert.InRange(outcome.Operations, Operations, long.MaxValue);
    }

    [Fact]
    public void Engines_All_DeclareWhatTheyPromiseBeyondTheProcess()
    {
        foreach (var entry in StoreCatalogue.All.Entries.Where(entry => entry.Type.Assembly == typeof(GarnetState).Assembly))
        {
            var promise = (BeyondProcessAttribute?)Attribute.GetCustomAttribute(entry.Type, typeof(BeyondProcessAttribute));
            Assert.Equal(entry.IsLimit, promise is null);

            // Nothing survives more and not less.
            Assert.False(promise is { SurvivesPowerCut: true, SurvivesSystem: false } or { SurvivesSystem: true, SurvivesProcess: false }, entry.Name);
        }
    }

    [Fact]
    public void Engines_InOtherProcesses_NameALimitOfTheSuite() => Assert.All(StoreCatalogue.Engines, entry =>
    {
        var promise = (BeyondProcessAttribute)Attribute.GetCustomAttribute(entry.Type, typeof(BeyondProcessAttribute))!;
        Assert.True(promise.Limit is null || StoreCatalogue.OfSuite.Any(limit => limit.IsLimit && limit.Type == promise.Limit), entry.Name);
        Assert.True(promise.Limit is not null || promise.HasKeysInside || !typeof(IServedState).IsAssignableFrom(entry.Type), entry.Name);
    });

    [Fact]
    public void Engines_All_OfferOrLackEachCapability() => Assert.All(StoreCatalogue.Engines, entry =>
        Assert.All(Enum.GetValues<Capability>(), capability => Assert.True(entry.Offers(capability) || entry.WhyNot(capability) is not null, $"{entry.Name}, {capability}")));

    private static async Task<Exception?> EndOf(Task caller)
    {
        try
        {
            await caller;
            return null;
        }
        catch (Exception end)
        {
            return end;
        }
    }
}
