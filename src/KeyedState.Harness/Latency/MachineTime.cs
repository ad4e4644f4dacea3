using System.Diagnostics;

namespace KeyedState.Harness;

/// <summary>The time of this machine's clock.</summary>
internal sealed class MachineTime : LoopTime
{
    private const long NanosecondsPerSecond = 1_000_000_000;
    private const int Reads = 1_000;
    private const int Batches = 20;

    private static readonly double NanosecondsPerTick = (double)NanosecondsPerSecond / Stopwatch.Frequency;

    private readonly Lazy<double> readCost = new(MeasureReadCost);

    /// <inheritdoc/>
    public override double ReadCost => readCost.Value;

    /// <inheritdoc/>
    public override int Cores => Environment.ProcessorCount;

    /// <inheritdoc/>
    public override TimeSpan CpuTime => Environment.CpuUsage.TotalTime;

    /// <inheritdoc/>
    public override long Now() => Stopwatch.Frequency == NanosecondsPerSecond ? Stopwatch.GetTimestamp() : (long)(Stopwatch.GetTimestamp() * NanosecondsPerTick);

    /// <inheritdoc/>
    public override bool Await(WorkerCrew crew, long until) => crew.Join(WholeMilliseconds(until - Now()));

    /// <inheritdoc/>
    public override IDisposable Pace(ArrivalGate arrivals) => new ArrivalPacer(arrivals, this);

    /// <summary>How long to wait, so that it is never too short: a monitor leaves out what is less than a millisecond.</summary>
    /// <param name="nanoseconds">What is left; what is past is no time.</param>
    public static TimeSpan WholeMilliseconds(long nanoseconds) => TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling(nanoseconds / 1e6)));

    /// <summary>A time of this clock as <see cref="Stopwatch"/> has it.</summary>
    public static long ToTimestamp(long nanoseconds) => Stopwatch.Frequency == NanosecondsPerSecond ? nanoseconds : (long)(nanoseconds / NanosecondsPerTick);

    // The quickest batch: whatever disturbs one makes it longer.
    private static double MeasureReadCost() => Enumerable.Range(0, Batches).Min(_ =>
    {
        var start = Stopwatch.GetTimestamp();
        for (var read = 1; read < Reads; read++)
        {
            Stopwatch.GetTimestamp();
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Reads;
    });
}
