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
    // Long after everything that matters is compiled, single methods that hardly ever run still come up.
    private const int MostStragglers = 2;

    /// <summary>Invokes as <paramref name="plan"/> says.</summary>
    /// <returns>How long it took, and whether the compiler came to rest.</returns>
    public static (TimeSpan Took, bool CompilerQuiet) Run(FixedWorkDriver driver, WarmupPlan plan)
    {
        var start = Stopwatch.GetTimestamp();
        var seen = new Queue<(long At, long Compiled)>([(start, JitInfo.GetCompiledMethodCount())]);
        while (Stopwatch.GetElapsedTime(start) < plan.Limit)
        {
            driver.Park();
            driver.Release();
            var now = (At: Stopwatch.GetTimestamp(), Compiled: JitInfo.GetCompiledMethodCount());
            seen.Enqueue(now);
            var before = seen.Peek();
            while (Stopwatch.GetElapsedTime(seen.Peek().At, now.At) >= plan.Quiet)
            {
                before = seen.Dequeue();
            }

            var took = Stopwatch.GetElapsedTime(start, now.At);
            if (took >= plan.Least && took >= plan.Quiet && now.Compiled - before.Compiled <= MostStragglers)
            {
                return (took, true);
            }
        }

        return (Stopwatch.GetElapsedTime(start), plan.Limit == TimeSpan.Zero);
    }
}
