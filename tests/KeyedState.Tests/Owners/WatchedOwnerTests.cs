namespace KeyedState.Tests.Owners;

/// <summary>The owners that a watcher frees from callers that block.</summary>
public sealed class WatchedOwnerTests
{
    private static readonly Dictionary<string, Func<IKeyedState>> Owners = new()
    {
        ["lease"] = () => new LeaseOwnerState(),
        ["three pumps"] = () => new PumpOwnerState(mostPumps: 3),
    };

    public static TheoryData<string> Names => [.. Owners.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Operations_OfCallersThatBlockOnAnotherOperation_LoseNoWrite(string owner)
    {
        const int Callers = 64;
        const int Writes = 200;
        await using var state = Owners[owner]();

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 1; i <= Writes; i++)
            {
                await state.WriteAsync(caller, i);

                // Blocks a thread that runs callers, on an operation that needs the owner.
                var seen = caller == 0 && i % 40 == 0 ? state.ReadAsync(caller).AsTask().GetAwaiter().GetResult() : await state.ReadAsync(caller);
                Assert.Equal(i, seen);
            }
        })));

        foreach (var caller in Enumerable.Range(0, Callers))
        {
            Assert.Equal(Writes, await state.ReadAsync(caller));
        }
    }
}
