using KeyedState.Tests.Contract;

namespace KeyedState.Tests.Requests;

/// <summary>Undisturbed, because the pool is the whole process's.</summary>
[Collection(nameof(Undisturbed))]
public sealed class TurnRequestPoolTests
{
    private const int AtOnce = 64;
    private const int Rounds = 200;

    private readonly TurnRequest[] requests = new TurnRequest[AtOnce];
    private readonly HashSet<TurnRequest> seen = [];

    [Fact]
    public async Task Rent_OneThreadRentsAndAnotherReturns_UsesRequestsAgain()
    {
        using var turn = new Barrier(participantCount: 2);

        await Task.WhenAll(
            EachRound(() => { Rent(); turn.SignalAndWait(); turn.SignalAndWait(); }),
            EachRound(() => { turn.SignalAndWait(); Return(); turn.SignalAndWait(); })).InTime();

        // Those outstanding, what the returning thread keeps, and a bundle on its way.
        Assert.InRange(seen.Count, AtOnce, 4 * AtOnce);
    }

    [Fact]
    public async Task Rent_OneThreadRentsAndReturns_UsesRequestsAgain()
    {
        await EachRound(() => { Rent(); Return(); }).InTime();

        Assert.InRange(seen.Count, AtOnce, 2 * AtOnce);
    }

    private static Task EachRound(Action act) => Task.Factory.StartNew(
        () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                act();
            }
        },
        TestContext.Current.CancellationToken,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private void Rent()
    {
        for (var i = 0; i < AtOnce; i++)
        {
            seen.Add(requests[i] = TurnRequestPool.Rent());
        }
    }

    private void Return() => Array.ForEach(requests, TurnRequestPool.Return);
}
