using System.Diagnostics;
using System.Runtime;
using KeyedState.Harness;

namespace KeyedState.Benchmarks.Launches;

/// <summary>Runs a driver until the just-in-time compiler has come to rest.</summary>
/// <remarks>
/// Under load the optimised code of a method can arrive seconds late, and figures taken before it are up to
/// ten times too slow. A fixed number of warm-up rounds guesses when that is; the runtime's own count of
/// compiled methods says it.
/// </remarks>
internal static class Warmup
{
    /// <summary>
    /// How long the compiler must be at rest under the runtime's defaults: several times the 100 ms by which
    /// it puts off its next tier.
    /// </summary>
    public static readonly TimeSpan UsualQuiet = TimeSpan.FromMilliseconds(400);

    /// <summary>How long to wait for that.</summary>
    public static readonly TimeSpan UsualLimit = TimeSpan.FromSeconds(4);

    /// <summary>Invokes until no method was compiled for <paramref name="quiet"/>, or until <paramref name="limit"/> has passed.</summary>
    /// <returns>How long it took, and whether the compiler came to rest.</returns>
    public static (TimeSpan Took, bool CompilerQuiet) Run(FixedWorkDriver driver, TimeSpan quiet, TimeSpan limit)
    {
        var start = Stopwatch.GetTimestamp();
        var lastCompiled = start;
        var compiled = -1L;
        while (Stopwatch.GetElapsedTime(start) < limit)
        {
            driver.Park();
            driver.Release();
            var now = JitInfo.GetCompiledMethodCount();
            if (now != compiled)
            {
                compiled = now;
                lastCompiled = Stopwatch.GetTimestamp();
            }
            else if (Stopwatch.GetElapsedTime(lastCompiled) >= quiet)
            {
                return (Stopwatch.GetElapsedTime(start), true);
            }
        }

        return (Stopwatch.GetElapsedTime(start), limit == TimeSpan.Zero);
    }
}
