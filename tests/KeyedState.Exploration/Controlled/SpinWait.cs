using System.Diagnostics.CodeAnalysis;
using KeyedState.Exploration;

namespace KeyedState;

/// <summary>Waits for a change instead of spinning.</summary>
internal struct SpinWait
{
    [SuppressMessage("Performance", "CA1822", Justification = "Called on a variable, like the framework's.")]
    public void SpinOnce() => Schedule.AwaitChange();
}
