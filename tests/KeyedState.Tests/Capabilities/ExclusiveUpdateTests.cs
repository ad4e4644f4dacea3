using KeyedState.Tests.Contract;

namespace KeyedState.Tests.Capabilities;

/// <summary>What exclusive updates owe to their callers, held against every state that offers them.</summary>
public sealed class ExclusiveUpdateTests
{
    [Theory]
    [MemberData(nameof(StatesThatOffer.ExclusiveUpdate), MemberType = typeof(StatesThatOffer))]
    public async Task Update_CodeThatAwaits_SetsTheValueAndReturnsTheOneBefore(string name)
    {
        await using var state = StatesUnderTest.Create(name);
        await state.WriteAsync(4, 44);

        Assert.Equal(44, await Update(state, 4, AddOneAsync).InTime());
        Assert.Equal(0, await Update(state, 5, AddOneAsync).InTime());
        Assert.Equal((45, 1), (await state.ReadAsync(4), await state.ReadAsync(5)));

        static async ValueTask<int> AddOneAsync(int value, CancellationToken token)
        {
            await Task.Yield();
            return value + 1;
        }
    }

    [Theory]
    [MemberData(nameof(StatesThatOffer.ExclusiveUpdate), MemberType = typeof(StatesThatOffer))]
    public async Task Update_CodeThatThrows_LeavesTheValueAndFreesTheKey(string name)
    {
        await using var state = StatesUnderTest.Create(name);
        await state.WriteAsync(4, 44);

        await Assert.ThrowsAsync<FormatException>(() => Update(state, 4, (_, _) => throw new FormatException())).InTime();
        await Assert.ThrowsAsync<FormatException>(() => Update(state, 4, async (_, _) =>
        {
            await Task.Yield();
            throw new FormatException();
        })).InTime();

        Assert.Equal(44, await Update(state, 4, (value, _) => new(value + 1)).InTime());
    }

    [Theory]
    [MemberData(nameof(StatesThatOffer.ExclusiveUpdate), MemberType = typeof(StatesThatOffer))]
    public async Task Update_CancelledWhileItWaits_NeverRunsAndFreesTheKey(string name)
    {
        await using var state = StatesUnderTest.Create(name);
        await using var held = await HeldUpdate.BeginAsync(state, key: 4);
        using var cancellation = new CancellationTokenSource();
        var ran = false;
        var waiting = Update(state, 4, (value, _) =>
        {
            ran = true;
            return new(value);
        }, cancellation.Token);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting).InTime();
        await held.EndAsync();

        Assert.Equal(HeldUpdate.NewValue, await Update(state, 4, (value, _) => new(value)).InTime());
        Assert.False(ran);
    }

    [Theory]
    [MemberData(nameof(StatesThatOffer.ExclusiveUpdate), MemberType = typeof(StatesThatOffer))]
    public async Task Update_CodeThatIsCancelled_LeavesTheValueAndFreesTheKey(string name)
    {
        await using var state = StatesUnderTest.Create(name);
        using var cancellation = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var update = Update(state, 4, CodeAsync, cancellation.Token);
        await begun.Task.InTime();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => update).InTime();
        Assert.Equal(0, await Update(state, 4, (value, _) => new(value)).InTime());

        async ValueTask<int> CodeAsync(int value, CancellationToken token)
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return value + 1;
        }
    }

    [Theory]
    [MemberData(nameof(StatesThatOffer.ExclusiveUpdate), MemberType = typeof(StatesThatOffer))]
    public async Task Update_OthersOfTheKeyAskMeanwhile_WaitAndSeeTheNewValue(string name)
    {
        await using var state = StatesUnderTest.Create(name);
        await using var held = await HeldUpdate.BeginAsync(state, key: 4);
        var seen = new List<int>();
        var other = Update(state, 4, (value, _) =>
        {
            seen.Add(value);
            return new(value + 1);
        });
        var write = state.WriteAsync(4, 7).AsTask();

        Assert.False(other.IsCompleted || write.IsCompleted);
        await held.EndAsync();
        await Task.WhenAll(other, write).InTime();

        Assert.True(Assert.Single(seen) is HeldUpdate.NewValue or 7);
        Assert.InRange(await state.ReadAsync(4), 7, 8);
    }

    [Theory]
    [MemberData(nameof(StatesThatOffer.ExclusiveUpdate), MemberType = typeof(StatesThatOffer))]
    public async Task Update_ReadsAndOtherKeysMeanwhile_DoAsDeclared(string name)
    {
        await using var state = StatesUnderTest.Create(name);
        var declared = StatesUnderTest.Find(name).DeclaredUpdates!;
        await using var held = await HeldUpdate.BeginAsync(state, key: 4);
        var read = state.ReadAsync(4).AsTask();
        Task[] others = [.. Enumerable.Range(5, 3).Select(key => state.WriteAsync(key, key).AsTask())];

        if (declared.OtherKeys == DuringUpdate.GoesOn)
        {
            await Task.WhenAll(others).InTime();
        }
        else if (declared.OtherKeys == DuringUpdate.Waits)
        {
            Assert.DoesNotContain(others, other => other.IsCompleted);
        }

        if (declared.Reads == DuringUpdate.GoesOn)
        {
            Assert.Equal(0, await read.InTime());
        }
        else
        {
            Assert.False(read.IsCompleted);
        }

        await held.EndAsync();
        await Task.WhenAll(others).InTime();
        Assert.True(await read.InTime() is 0 or HeldUpdate.NewValue);
    }

    [Theory]
    [MemberData(nameof(StatesThatOffer.ExclusiveUpdate), MemberType = typeof(StatesThatOffer))]
    public async Task Update_OfTheSameKeyWithin_DoesAsDeclared(string name)
    {
        await using var state = StatesUnderTest.Create(name);
        using var cancellation = new CancellationTokenSource();
        var within = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        var outer = Update(state, 4, CodeAsync);
        var inner = await within.Task.InTime();

        if (StatesUnderTest.Find(name).DeclaredUpdates!.SameKeyWithin == UpdateWithin.Deadlocks)
        {
            Assert.False(inner.IsCompleted);
            await cancellation.CancelAsync();
        }

        Assert.Equal(0, await outer.InTime());
        Assert.Equal(1, await state.ReadAsync(4));

        async ValueTask<int> CodeAsync(int value, CancellationToken token)
        {
            var inner = Update(state, 4, (seen, _) => new(seen + 100), cancellation.Token);
            within.SetResult(inner);
            var exception = await Record.ExceptionAsync(() => inner);
            Assert.True(exception is OperationCanceledException or InvalidOperationException, $"It ended with {exception?.GetType().Name ?? "a result"}.");
            return value + 1;
        }
    }

    [Theory]
    [MemberData(nameof(StatesThatOffer.ExclusiveUpdate), MemberType = typeof(StatesThatOffer))]
    public async Task Update_DisposedOfMeanwhile_BothEnd(string name)
    {
        var state = StatesUnderTest.Create(name);
        var held = await HeldUpdate.BeginAsync(state, key: 4);
        var disposal = state.DisposeAsync().AsTask();

        await held.EndAsync();
        await disposal.InTime();
    }

    [Theory]
    [MemberData(nameof(StatesThatOffer.ExclusiveUpdate), MemberType = typeof(StatesThatOffer))]
    public async Task Update_ManyCallers_NoTwoRunAtOnceAndNoneIsLost(string name)
    {
        const int Callers = 16;
        const int Each = 20;
        await using var state = StatesUnderTest.Create(name);
        var inside = new int[2];

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                await Update(state, caller % 2, (value, _) => AloneAsync(value, caller % 2));
            }
        }))).InTime();

        Assert.Equal((Callers / 2 * Each, Callers / 2 * Each), (await state.ReadAsync(0), await state.ReadAsync(1)));

        async ValueTask<int> AloneAsync(int value, int key)
        {
            Assert.Equal(1, Interlocked.Increment(ref inside[key]));
            await Task.Yield();
            Interlocked.Decrement(ref inside[key]);
            return value + 1;
        }
    }

    private static Task<int> Update(IKeyedState state, int key, Func<int, CancellationToken, ValueTask<int>> code, CancellationToken? token = null) =>
        ((IExclusiveUpdate)state).UpdateAsync(key, code, token ?? TestContext.Current.CancellationToken).AsTask();
}
