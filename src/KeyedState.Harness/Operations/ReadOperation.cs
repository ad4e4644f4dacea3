using System.Runtime.CompilerServices;

namespace KeyedState.Harness;

/// <summary>Reads a key.</summary>
/// <typeparam name="TDraws">How its keys are drawn.</typeparam>
internal struct ReadOperation<TDraws> : IOperation<ReadOperation<TDraws>, ValueTask<int>, int>
    where TDraws : struct, IDraws<TDraws>
{
    private TDraws draws;

    public static ReadOperation<TDraws> Of(Scenario scenario, int worker) => new() { draws = TDraws.Of(scenario, worker) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask<int> Begin(IKeyedState state) => state.ReadAsync(draws.NextKey());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryEnd(ValueTask<int> call, ref int sum) => IntResult.TryTake(call, ref sum);

    public static int Summand(int result) => result;
}
