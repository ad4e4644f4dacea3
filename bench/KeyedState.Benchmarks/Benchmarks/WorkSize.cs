using KeyedState.Harness;

namespace KeyedState.Benchmarks;

/// <summary>
/// The operations of one iteration where nobody has piloted the state, as on BenchmarkDotNet's own command line: its attribute
/// takes nothing but a constant. Each is divisible by the number of workers.
/// </summary>
internal static class WorkSize
{
    /// <summary>For states that take some nanoseconds: an operation completes on the caller's thread.</summary>
    public const int Many = Workers * 32_768;

    /// <summary>For states that suspend and resume the caller.</summary>
    public const int Some = Workers * 8192;

    /// <summary>For states that take about a microsecond and more.</summary>
    public const int Few = Workers * 1024;

    private const int Workers = 110;

    /// <summary>The plan of a launch that nobody has piloted.</summary>
    /// <param name="operations">The operations of one iteration.</param>
    public static LaunchPlan Unpiloted(int operations) => new(
        Scenario.GoByExample,
        FixedWork.Small with { OperationsPerWorker = operations / Scenario.GoByExample.Workers },
        WarmupPlan.Usual,
        StateLifetime.Launch);
}
