using KeyedState.Tests.Contract;

namespace KeyedState.Tests.Capabilities;

/// <summary>What each capability owes to callers that ask at the same time. The linearizability checks are finer; these say at once which promise is broken.</summary>
public sealed class CompoundConcurrencyTests
{
    private const int Callers = 16;
    private const int Operations = 300;
    private const int Accounts = 5;
    private const int Opening = 100;

    [Theory]
    [MemberData(nameof(StatesThatOffer.Add), MemberType = typeof(StatesThatOffer))]
    public async Task Add_ManyCallers_LosesNone(string name)
    {
        await using var state = StatesUnderTest.Create(name);

        await ForEachCaller(async caller =>
        {
            for (var i = 0; i < Operations; i++)
            {
                await ((IAtomicAdd)state).AddAsync(i % 3, 1);
            }
        });

        for (var key = 0; key < 3; key++)
        {
            Assert.Equal(Callers * Operations / 3, await state.ReadAsync(key));
        }
    }

    [Theory]
    [MemberData(nameof(StatesThatOffer.TransferAndSnapshot), MemberType = typeof(StatesThatOffer))]
    public async Task Transfer_ManyCallers_NoSnapshotSeesHalf(string name)
    {
        await using var state = StatesUnderTest.Create(name);
        int[] accounts = [.. Enumerable.Range(0, Accounts)];
        foreach (var account in accounts)
        {
            await state.WriteAsync(account, Opening);
        }

        await ForEachCaller(async caller =>
        {
            var random = new Random(caller);
            var values = new int[Accounts];
            for (var i = 0; i < Operations; i++)
            {
                var source = random.Next(Accounts);
                if (caller % 2 == 0)
                {
                    await ((IAtomicTransfer)state).TransferAsync(source, (source + 1 + random.Next(Accounts - 1)) % Accounts, 1 + random.Next(30));
                }
                else
                {
                    await ((IAtomicSnapshot)state).SnapshotAsync(accounts, values);
                    Assert.Equal(Accounts * Opening, values.Sum());
                }

                await Task.Yield();
            }
        });
    }

    private static Task ForEachCaller(Func<int, Task> call) =>
        Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => call(caller)))).InTime();
}
