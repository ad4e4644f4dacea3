using System.Diagnostics.CodeAnalysis;

namespace KeyedState.Tests.Contract;

/// <summary>A value task may be consumed in every way that the type allows.</summary>
[SuppressMessage("Reliability", "CA2012", Justification = "How value tasks are consumed is what is tested.")]
public sealed class ValueTaskTests
{
    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public Task ReadAsync_ConsumedThroughAsTask_HasTheValue(string name) => Consume(name, reply => reply.AsTask());

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public Task ReadAsync_Preserved_HasTheValueTwice(string name) => Consume(name, async reply =>
    {
        var preserved = reply.Preserve();
        Assert.Equal(await preserved, await preserved);
        return await preserved;
    });

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public Task ReadAsync_AwaitedAfterItsCompletion_HasTheValue(string name) => Consume(name, async reply =>
    {
        while (!reply.IsCompleted)
        {
            await Task.Yield();
        }

        return await reply;
    });

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public Task ReadAsync_AwaitedOnAnotherThread_HasTheValue(string name) =>
        Consume(name, reply => Task.Run(async () => await reply));

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public Task ReadAsync_AwaitedAfterALaterOne_HasItsOwnValue(string name) => Consume(name, async (state, first) =>
    {
        Assert.Equal(22, await state.ReadAsync(2));
        return await first;
    });

    private static Task Consume(string name, Func<ValueTask<int>, Task<int>> consume) => Consume(name, (_, reply) => consume(reply));

    private static async Task Consume(string name, Func<IKeyedState, ValueTask<int>, Task<int>> consume)
    {
        await using var state = StatesUnderTest.Create(name);
        await state.WriteAsync(1, 11);
        await state.WriteAsync(2, 22);

        // More than once, because a request that is used again must not remember how it was consumed before.
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(11, await consume(state, state.ReadAsync(1)).InTime());
        }
    }
}
