using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>How the stores suite measures, in plain words.</summary>
internal static class StoresMethod
{
    private const string Memory = "tmpfs";

    /// <summary>The lines.</summary>
    /// <param name="analysis">The run.</param>
    public static IEnumerable<string> Lines(StoresAnalysis analysis)
    {
        var (run, protocol) = (analysis.Run, analysis.Run.Protocol);
        return
        [
            $"- Before anything was timed, each design was checked: {FigureText.Count(run.Stores.Sum(store => store.State.CheckedOperations))} recorded operations in all had to be linearizable, those of several keys included. Callers and checker are in one process, so that one clock stamps every operation wherever the engine is.",
            $"- A launch is a process for the callers and, for an engine with a process of its own, a fresh engine, which the suite starts on a loopback port and in an empty temporary folder. It measures one design in all scenarios, in random order. {SuiteSections.Launches(run)} launches of each design, in random order. An interval is that of launches: the median's for operations and processor time, the paired ratio's for factors, and for percentiles that of the launches' own, while the percentile itself is taken of all times together and needs ten times beyond it.",
            $"- Closed loop: {FigureText.Significant(protocol.WindowMilliseconds)} ms are measured, {FigureText.Significant(protocol.LeadMilliseconds)} ms after callers began. Where an engine has a process of its own, loops of {FigureText.Significant(protocol.RehearsalMilliseconds)} ms that nobody looks at go before: one of each scenario where it runs in .NET and so is compiled while it serves, else a single one. The times are *service times*, from a call to its answer. A task whose calls complete synchronously lets others have its thread after {FigureText.Significant(protocol.RunMicroseconds)} µs.",
            .. Open(analysis),
            "- Callers and engine share the machine's cores, so that an engine of its own has fewer than it would have on a machine of its own, and a network would come on top. *Processor time* is what the processes had of the cores in the measured time, over all operations; the engine's clock has steps of 10 ms, which for one caller is up to a quarter of what it shows. It holds that of threads that look for work before they sleep, which is most of it where a single caller waits for each answer. Times below a microsecond hold that of reading the clock, which the environment below has.",
            "- *Allocated* is what the callers' process allocates for an operation, its client library included. *Times slower than its limit* compares the writes per second of one caller: those of the design's limit, divided by those of the design. The limit is the least that a single write of the design needs: a message to another process and back (`LoopbackEcho`) or, where a write is to outlive a power cut, 64 bytes written through to the disk (`Flush`).",
            "- *Times slower than the owner* is how many times as many operations a second the TaskCompletionSource owner in the callers' process does in the same round, which also answers later. Each factor on this page is the median of the rounds' or launches' own, and so not quite the quotient of two columns.",
            $"- Engines' files were on {MarkdownText.Escape(run.FileSystem)}{(run.FileSystem == Memory ? ", **which is memory: nothing that is flushed there survives a power cut, and flushing costs nothing**. Set TMPDIR to a folder on a disk" : "")}. Garnet runs under the runtime's defaults. Silos of Orleans run as callers do, with code that is optimised when it is first compiled: on one machine, silos under the defaults took up to ten seconds of load to settle. A silo that has run under the defaults for a long time may do more.",
        ];
    }

    private static IEnumerable<string> Open(StoresAnalysis analysis) => analysis.Run.Protocol.Arrivals is not { } arrivals ? [] :
    [
        $"- Open loop: after the closed loops of a launch, operations of {MarkdownText.Escape(arrivals.Scenario)} arrive as a Poisson process, {LatencyText.Arrivals(arrivals.Rate)}, for {FigureText.Significant(arrivals.LeadMilliseconds)} ms and then for the {FigureText.Significant(arrivals.WindowMilliseconds)} ms that count. Each belongs to a task beforehand, to any with the same probability. A task that is late goes on at once; nothing is left out, and nothing corrected afterwards. One thread sleeps from each operation to the next and wakes the tasks that are due, which is in every response time.",
    ];
}
