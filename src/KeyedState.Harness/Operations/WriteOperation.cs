using System.Runtime.CompilerServices;

namespace KeyedState.Harness;

/// <summary>Writes a key.</summary>
internal readonly struct WriteOperation : IOperation<ValueTask, int>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ValueTask Begin(IKeyedState state, ref Draws draws)
    {
        var key = draws.NextKey();
        return state.WriteAsync(key, draws.Value());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryEnd(ValueTask call, ref int sum)
    {
        if (!call.IsCompleted)
        {
            return false;
        }

        call.GetAwaiter().GetResult();
        return true;
    }

    public static int Summand(int result) => 0;
}
