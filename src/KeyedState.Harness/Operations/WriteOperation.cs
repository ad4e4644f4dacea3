using System.Runtime.CompilerServices;

namespace KeyedState.Harness;

/// <summary>Writes a key.</summary>
internal struct WriteOperation : IOperation<WriteOperation, ValueTask, int>
{
    private Draws draws;

    public static WriteOperation Of(Scenario scenario, int worker) => new() { draws = new Draws(scenario, worker) };

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
