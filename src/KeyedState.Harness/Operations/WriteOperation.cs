using System.Runtime.CompilerServices;

namespace KeyedState.Harness;

/// <summary>Writes a key.</summary>
/// <typeparam name="TDraws">How its keys are drawn.</typeparam>
internal struct WriteOperation<TDraws> : IOperation<WriteOperation<TDraws>, ValueTask, int>
    where TDraws : struct, IDraws<TDraws>
{
    private TDraws draws;

    public static WriteOperation<TDraws> Of(Scenario scenario, int worker) => new() { draws = TDraws.Of(scenario, worker) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask Begin(IKeyedState state)
    {
        var key = draws.NextKey();
        return state.WriteAsync(key, draws.Value());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryEnd(ValueTask call, ref int sum) => NoResult.TryTake(call);

    public static int Summand(int result) => 0;
}
