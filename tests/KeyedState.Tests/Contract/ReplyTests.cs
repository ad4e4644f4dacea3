using System.Diagnostics.CodeAnalysis;

namespace KeyedState.Tests.Contract;

/// <summary>A state that answers at once does so at least while nobody else is at it.</summary>
[SuppressMessage("Reliability", "CA2012", Justification = "Whether a value task is complete is what is tested.")]
public sealed class ReplyTests
{
    private const int Operations = 100;

    [Theory]
    [MemberData(nameof(StatesUnderTest.AnswersAtOnce), MemberType = typeof(StatesUnderTest))]
    public async Task Operations_NobodyElseAsks_AreCompleteWhenTheCallReturns(string name)
    {
        await using var state = StatesUnderTest.Create(name);
        for (var i = 1; i <= Operations; i++)
        {
            var write = state.WriteAsync(1, i);
            Assert.True(write.IsCompletedSuccessfully);
            await write;
            var read = state.ReadAsync(1);
            Assert.True(read.IsCompletedSuccessfully);
            Assert.Equal(i, await read);
        }
    }
}
