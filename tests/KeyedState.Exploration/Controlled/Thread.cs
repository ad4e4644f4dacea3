using KeyedState.Exploration;
using Microsoft.Coyote.Random;

namespace KeyedState;

/// <summary>What owners ask of the thread they run on.</summary>
internal static class Thread
{
    /// <summary>Any processor: a thread may have been moved since it asked last.</summary>
    public static int GetCurrentProcessorId() => Generator.Create().NextInteger(Environment.ProcessorCount);

    public static void SpinWait(int iterations) => Schedule.Step();
}
