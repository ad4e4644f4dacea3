using System.Runtime.CompilerServices;

namespace KeyedState.Harness;

/// <summary>Reads a key.</summary>
internal readonly struct ReadOperation : IOperation<ValueTask<int>, int>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ValueTask<int> Begin(IKeyedState state, ref Draws draws) => state.ReadAsync(draws.NextKey());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryEnd(ValueTask<int> call, ref int sum)
    {
        if (!call.IsCompleted)
        {
            return false;
        }

        sum += call.Result;
        return true;
    }

    public static int Summand(int result) => result;
}
