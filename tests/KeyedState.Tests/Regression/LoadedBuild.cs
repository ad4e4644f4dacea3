using KeyedState.Harness;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Tests.Regression;

/// <summary>
/// A build whose worker is a script of a few lines: it knows two designs, and answers a window of an open loop with the tail that it
/// is told, a little off by turns so that there is a spread. Whatever delay is planted, the tail is then 2.25 times as long.
/// </summary>
internal sealed class LoadedBuild(string folder, string name)
{
    private const int Due = 2_000;
    private const double Planted = 2.25;
    private static readonly double[] Spread = [0.98, 1, 1.02];

    /// <summary>The P99 of service times in nanoseconds, by state.</summary>
    public Dictionary<string, double> Tails { get; } = new() { ["Owner"] = 4_000, ["Mailbox"] = 50_000 };

    /// <summary>States that do not bear the load.</summary>
    public HashSet<string> Overloaded { get; } = [];

    /// <summary>Whether a planted delay takes time.</summary>
    public bool DelayWorks { get; set; } = true;

    /// <summary>The load, in the words of this script.</summary>
    public static OpenLoopLoad Load { get; } = new(20_000, (milliseconds, _) => FormattableString.Invariant($"a window of {milliseconds} ms"), Resolution: 250);

    /// <summary>Writes the script.</summary>
    public PublishedBuild Publish()
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, $$"""
            window=0
            while IFS= read -r line; do
              state=${line##*\"state\":\"}
              state=${state%%\"*}
              case $line in
                *'"amount":'*) planted={{(DelayWorks ? 1 : 0)}} ;;
                *) planted=0 ;;
              esac
              case $line in
                *'"do":"Check"'*) printf '%s\n' '{"operations":110000}' ;;
                *'"do":"Latency"'*'"plan":"a window of 100 ms"'*)
                  window=$(((window + 1) % {{Spread.Length}}))
                  case $state$planted$window in
                    {{string.Join("\n        ", Answers())}}
                  esac ;;
                *) printf '%s\n' '{{Hello()}}' ;;
              esac
            done
            """.ReplaceLineEndings("\n"));
        return new PublishedBuild(new GateSide(name, "0123456789", Changed: false), "sh", path);
    }

    /// <summary>A window in which every operation took the same time.</summary>
    /// <param name="nanoseconds">The time.</param>
    /// <param name="due">How many operations were due.</param>
    public static StoredOpenLoop Borne(double nanoseconds, int due = Due)
    {
        var recorder = new LatencyRecorder();
        for (var operation = 0; operation < due; operation++)
        {
            recorder.Record((long)nanoseconds);
        }

        var text = LatencyHistogram.Of(recorder.Counts, recorder.Shortest, recorder.Longest, recorder.OutOfRange).ToText();
        return new StoredOpenLoop(Load.Rate, due, due, due, 0, Response: [text], Service: text);
    }

    /// <summary>A window in which half of the operations were not served.</summary>
    public static StoredOpenLoop NotBorne { get; } = new(Load.Rate, Due, Due / 2, Due / 2, Due / 2.0);

    private IEnumerable<string> Answers() =>
        from state in Tails
        from planted in Enumerable.Range(0, 2)
        from window in Enumerable.Range(0, Spread.Length)
        let loop = Overloaded.Contains(state.Key) ? NotBorne : Borne(state.Value * Spread[window] * (planted == 0 ? 1 : Planted))
        select $"{state.Key}{planted}{window}) printf '%s\\n' '{WorkerFormat.Write(new LatencyReply { Open = loop })}' ;;";

    private string Hello() => WorkerFormat.Write(new HelloReply
    {
        Protocol = WorkerProtocol.Version,
        ProcessorCount = 2,
        NanosecondsPerTurn = 1,
        OperationsPerWrite = 11,
        States = [.. Tails.Keys.Select(state => new WorkerState(state, IsLimit: false))],
    });
}
