using KeyedState.Tests.Contract;

namespace KeyedState.Tests.Limits;

/// <remarks>A reply that is there before its caller awaits it resumes nobody, so callers ask until a round resumes them.</remarks>
public sealed class AsynchronousFloorStateTests
{
    private const int Callers = 4;
    private const int Operations = 1_000;

    private readonly AsynchronousFloorState floor = new(rounds: 2);

    /// <summary>A caller waits in its round until the other has come to wait in its own.</summary>
    [Fact]
    public async Task ReadAsync_CallersFromElsewhere_AreResumedBesideEachOther()
    {
        using var both = new CountdownEvent(2);

        await Task.WhenAll(Meet(), Meet()).InTime();

        Task Meet() => Task.Run(async () =>
        {
            await floor.ReadAsync(0);
            both.Signal();
            both.Wait(TestContext.Current.CancellationToken);
        });
    }

    [Fact]
    public async Task Operations_CallerThatARoundResumed_StaysWithThatRound()
    {
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(Stay))).InTime();

        async Task Stay()
        {
            while (FloorRound.RunningFor(floor) is null)
            {
                await floor.ReadAsync(0);
            }

            var round = FloorRound.RunningFor(floor);
            for (var i = 0; i < Operations; i++)
            {
                await floor.WriteAsync(0, i);
                Assert.Same(round, FloorRound.RunningFor(floor));
            }
        }
    }

    [Fact]
    public async Task ReadAsync_CallerThatAnotherFloorResumed_ComesFromElsewhere()
    {
        await using var other = new AsynchronousFloorState(rounds: 1);

        await Task.Run(Change, TestContext.Current.CancellationToken).InTime();

        async Task Change()
        {
            while (FloorRound.RunningFor(other) is null)
            {
                await other.ReadAsync(0);
            }

            Assert.Null(FloorRound.RunningFor(floor));
            while (FloorRound.RunningFor(floor) is null)
            {
                await floor.ReadAsync(0);
            }

            Assert.Null(FloorRound.RunningFor(other));
        }
    }
}
