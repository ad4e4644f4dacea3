using KeyedState.Tests.Contract;

namespace KeyedState.Tests.Capabilities;

/// <summary>What each capability owes to one caller, held against every state that offers it.</summary>
public sealed class CompoundContractTests
{
    private static readonly int[] OneKey = [1];
    private static readonly int[] TwoKeys = [1, 2];
    private static readonly int[] RepeatedKeys = [-3, 4, 3, -3];

    [Theory]
    [MemberData(nameof(StatesThatOffer.Add), MemberType = typeof(StatesThatOffer))]
    public async Task Add_AnyKey_ReturnsTheValueBeforeAndWrapsAround(string name)
    {
        await using var state = StatesUnderTest.Create(name);
        var adds = (IAtomicAdd)state;

        Assert.Equal(0, await adds.AddAsync(-7, 5));
        Assert.Equal(5, await adds.AddAsync(-7, -8));
        Assert.Equal(-3, await state.ReadAsync(-7));
        await state.WriteAsync(-7, int.MaxValue);
        Assert.Equal(int.MaxValue, await adds.AddAsync(-7, 2));
        Assert.Equal(int.MinValue + 1, await state.ReadAsync(-7));
        Assert.Equal(0, await state.ReadAsync(-8));
    }

    [Theory]
    [MemberData(nameof(StatesThatOffer.Transfer), MemberType = typeof(StatesThatOffer))]
    public async Task Transfer_SourceHasEnough_Moves(string name)
    {
        await using var state = StatesUnderTest.Create(name);
        await state.WriteAsync(1, 10);

        Assert.Equal(new TransferResult(10, 0, Moved: true), await ((IAtomicTransfer)state).TransferAsync(1, 900, 10));
        Assert.Equal((0, 10), (await state.ReadAsync(1), await state.ReadAsync(900)));
    }

    [Theory]
    [MemberData(nameof(StatesThatOffer.Transfer), MemberType = typeof(StatesThatOffer))]
    public async Task Transfer_SourceHasTooLittle_IsRefusedWithBothValues(string name)
    {
        await using var state = StatesUnderTest.Create(name);
        await state.WriteAsync(1, 10);
        await state.WriteAsync(2, int.MaxValue);
        var transfers = (IAtomicTransfer)state;

        Assert.Equal(new TransferResult(10, int.MaxValue, Moved: false), await transfers.TransferAsync(1, 2, 11));
        Assert.Equal(new TransferResult(0, 10, Moved: false), await transfers.TransferAsync(3, 1, 1));
        Assert.Equal((10, int.MaxValue, 0), (await state.ReadAsync(1), await state.ReadAsync(2), await state.ReadAsync(3)));
    }

    [Theory]
    [MemberData(nameof(StatesThatOffer.Transfer), MemberType = typeof(StatesThatOffer))]
    public async Task Transfer_Invalid_ThrowsAndChangesNothing(string name)
    {
        await using var state = StatesUnderTest.Create(name);
        await state.WriteAsync(1, 10);
        await state.WriteAsync(2, int.MaxValue - 9);

        await Throws(1, 1, 5);
        await Throws(1, 2, 0);
        await Throws(1, 2, -3);
        await Throws(1, 2, 10);
        Assert.Equal((10, int.MaxValue - 9), (await state.ReadAsync(1), await state.ReadAsync(2)));
        Assert.True((await ((IAtomicTransfer)state).TransferAsync(1, 2, 9)).Moved);

        async Task Throws(int source, int target, int amount) => await Assert.ThrowsAsync<InvalidTransferException>(
            async () => await ((IAtomicTransfer)state).TransferAsync(source, target, amount)).InTime();
    }

    [Theory]
    [MemberData(nameof(StatesThatOffer.Snapshot), MemberType = typeof(StatesThatOffer))]
    public async Task Snapshot_RepeatedAndUnwrittenKeys_FillsTheirPlacesAndNoOthers(string name)
    {
        await using var state = StatesUnderTest.Create(name);
        await state.WriteAsync(3, 33);
        await state.WriteAsync(-3, -33);
        int[] values = [7, 7, 7, 7, 7];

        await ((IAtomicSnapshot)state).SnapshotAsync(RepeatedKeys, values);

        Assert.Equal([-33, 0, 33, -33, 7], values);
    }

    [Theory]
    [MemberData(nameof(StatesThatOffer.Snapshot), MemberType = typeof(StatesThatOffer))]
    public async Task Snapshot_NoKeys_Completes(string name)
    {
        await using var state = StatesUnderTest.Create(name);

        await ((IAtomicSnapshot)state).SnapshotAsync(ReadOnlyMemory<int>.Empty, Memory<int>.Empty).AsTask().InTime();
    }

    [Theory]
    [MemberData(nameof(StatesThatOffer.Snapshot), MemberType = typeof(StatesThatOffer))]
    public async Task Snapshot_TooFewPlaces_Throws(string name)
    {
        await using var state = StatesUnderTest.Create(name);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await ((IAtomicSnapshot)state).SnapshotAsync(TwoKeys, new int[1])).InTime();
    }

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public async Task Operations_AfterDisposal_DoAsDeclared(string name)
    {
        var state = StatesUnderTest.Create(name);
        await state.WriteAsync(1, 5);
        await state.DisposeAsync().AsTask().InTime();

        foreach (var operation in OperationsOf(state))
        {
            if (StatesUnderTest.Find(name).Declared.ThrowsAfterDispose)
            {
                await Assert.ThrowsAsync<ObjectDisposedException>(operation).InTime();
            }
            else
            {
                await operation().InTime();
            }
        }
    }

    private static IEnumerable<Func<Task>> OperationsOf(IKeyedState state)
    {
        if (state is IAtomicAdd adds)
        {
            yield return async () => await adds.AddAsync(1, 1);
        }

        if (state is IAtomicTransfer transfers)
        {
            yield return async () => await transfers.TransferAsync(1, 2, 1);
        }

        if (state is IAtomicSnapshot snapshots)
        {
            yield return async () => await snapshots.SnapshotAsync(OneKey, new int[1]);
        }

        if (state is IExclusiveUpdate updates)
        {
            yield return async () => await updates.UpdateAsync(1, (value, _) => new(value + 1));
        }
    }
}
