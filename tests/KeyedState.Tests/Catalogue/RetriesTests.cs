using KeyedState.Tests.Contract;

namespace KeyedState.Tests.Catalogue;

public sealed class RetriesTests
{
    private const int Threads = 4;
    private const int Each = 1000;

    [Fact]
    public async Task Total_CountedByManyThreads_IsTheirSum()
    {
        var before = Retries.Total;

        await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < Each; i++)
            {
                Retries.Count();
            }
        }))).InTime();

        // States under test elsewhere in the process may count as well.
        Assert.InRange(Retries.Total - before, Threads * Each, long.MaxValue);
    }
}
