using System.Runtime.CompilerServices;

namespace KeyedState.Harness;

/// <summary>Results that are an integer.</summary>
internal static class IntResult
{
    /// <summary>Adds the result of a call to a sum if it has completed.</summary>
    /// <returns>False if the call must be awaited.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryTake(ValueTask<int> call, ref int sum)
    {
        if (!call.IsCompleted)
        {
            return false;
        }

        sum += call.Result;
        return true;
    }
}
