using System.Runtime.CompilerServices;

namespace KeyedState.Harness;

/// <summary>Calls that return nothing.</summary>
internal static class NoResult
{
    /// <summary>Ends a call if it has completed.</summary>
    /// <returns>False if the call must be awaited.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryTake(ValueTask call)
    {
        if (!call.IsCompleted)
        {
            return false;
        }

        call.GetAwaiter().GetResult();
        return true;
    }
}
