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

    /// <summary>Neither what the thread has, nor what it left to the others, nor what it puts back before it looks.</summary>
    [Fact]
    public async Task StartAnew_RequestsWait_NoneIsUsedAgain()
    {
        const int MoreThanAThreadKeeps = 5 * AtOnce;
        await Task.Factory.StartNew(
            () =>
            {
                var before = RentMany();
                foreach (var request in before.Skip(1))
                {
                    TurnRequestPool.Return(request);
                }

                TurnRequestPool.StartAnew();
                TurnRequestPool.Return(before[0]);

                Assert.Empty(RentMany().Intersect(before));
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).InTime();

        static TurnRequest[] RentMany() => [.. Enumerable.Range(0, MoreThanAThreadKeeps).Select(_ => TurnRequestPool.Rent())];
    }

    /// <summary>A thread that only puts requests back does not keep them from the others.</summary>
    [Fact]
    public async Task StartAnew_OneThreadRentsAndAnotherReturns_UsesRequestsAgain()
    {
        using var turn = new Barrier(participantCount: 2);
        var round = 0;

        await Task.WhenAll(
            EachRound(() =>
            {
                if (round++ == Rounds / 2)
                {
                    TurnRequestPool.StartAnew();
                    seen.Clear();
                }

                Rent();
                turn.SignalAndWait();
                turn.SignalAndWait();
            }),
            EachRound(() => { turn.SignalAndWait(); Return(); turn.SignalAndWait(); })).InTime();

        // As many as without, and what the returning thread had put back before it looked.
        Assert.InRange(seen.Count, AtOnce, 6 * AtOnce);
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
