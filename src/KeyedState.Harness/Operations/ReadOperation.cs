using System.Runtime.CompilerServices;

namespace KeyedState.Harness;

/// <summary>Reads a key.</summary>
internal struct ReadOperation : IOperation<ReadOperation, ValueTask<int>, int>
{
    private Draws draws;

    public static ReadOperation Of(Scenario scenario, int worker) => new() { draws = new Draws(scenario, worker) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask<int> Begin(IKeyedState state) => state.ReadAsync(draws.NextKey());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryEnd(ValueTask<int> call, ref int sum) => IntResult.TryTake(call, ref sum);

    public static int Summand(int result) => result;
}
