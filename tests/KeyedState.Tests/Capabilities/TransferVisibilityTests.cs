using KeyedState.Tests.Contract;
using Xunit.Sdk;

namespace KeyedState.Tests.Capabilities;

/// <summary>
/// Plain reads see a transfer at one instant, too. While amounts move from one key to another and never back, who reads the giving key
/// first may find too much in both, and who reads it last may find too little, but never the other way round.
/// </summary>
public sealed class TransferVisibilityTests
{
    private const int Giving = 1;
    private const int Taking = 2;
    private const int Amount = 3_000;

    [Theory]
    [MemberData(nameof(StatesThatOffer.Transfer), MemberType = typeof(StatesThatOffer))]
    public async Task Transfer_PlainReadsMeanwhile_NeitherMissNorDoubleTheAmount(string name)
    {
        await using var state = StatesUnderTest.Create(name);

        await MoveAndRead(state, (IAtomicTransfer)state).InTime();
    }

    [Fact]
    public async Task Transfer_TakenLate_IsSeen()
    {
        await using var state = new TakesLate();

        await Assert.ThrowsAsync<InRangeException>(() => MoveAndRead(state, state)).InTime();
    }

    private static async Task MoveAndRead(IKeyedState state, IAtomicTransfer transfers)
    {
        await state.WriteAsync(Giving, Amount);
        var moving = Task.Run(async () =>
        {
            while ((await transfers.TransferAsync(Giving, Taking, 5)).Moved)
            {
                await Task.Yield();
            }
        });
        int given;
        do
        {
            await transfers.TransferAsync(Giving, Taking, 5);
            given = await state.ReadAsync(Giving);
            Assert.InRange(given + await state.ReadAsync(Taking), Amount, int.MaxValue);
            var taken = await state.ReadAsync(Taking);
            Assert.InRange(taken + await state.ReadAsync(Giving), 0, Amount);
        }
        while (given > 0);

        await moving;
    }

    /// <summary>Adds to the taking key only when somebody has read it.</summary>
    private sealed class TakesLate : IKeyedState, IAtomicTransfer
    {
        private readonly Lock gate = new();
        private readonly Dictionary<int, int> map = [];
        private int late;

        public ValueTask<int> ReadAsync(int key)
        {
            lock (gate)
            {
                var value = map.GetValueOrDefault(key);
                if (key == Taking)
                {
                    map[key] = value + late;
                    late = 0;
                }

                return new(value);
            }
        }

        public ValueTask WriteAsync(int key, int value)
        {
            lock (gate)
            {
                map[key] = value;
            }

            return ValueTask.CompletedTask;
        }

        public ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
        {
            lock (gate)
            {
                var result = new TransferResult(map[source], map.GetValueOrDefault(target) + late, map[source] >= amount);
                if (result.Moved)
                {
                    map[source] -= amount;
                    late += amount;
                }

                return new(result);
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
