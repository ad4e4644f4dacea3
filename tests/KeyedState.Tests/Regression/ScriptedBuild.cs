using System.Globalization;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Tests.Regression;

/// <summary>
/// A build whose worker is a script of a few lines: it knows two designs and the two limits, and answers a slice with
/// the time and the bytes that it is told, a little off by turns so that there is a spread.
/// </summary>
internal sealed class ScriptedBuild
{
    private const int Operations = 1000;

    private readonly string folder;
    private readonly string name;

    public ScriptedBuild(string folder, string name) => (this.folder, this.name) = (folder, name);

    /// <summary>Nanoseconds per operation by state.</summary>
    public Dictionary<string, double> Times { get; } = new() { ["Empty"] = 3, ["AsynchronousFloor"] = 60, ["Lock"] = 13, ["Owner"] = 80 };

    /// <summary>Bytes per operation by state.</summary>
    public Dictionary<string, double> Bytes { get; } = new() { ["Empty"] = 0, ["AsynchronousFloor"] = 0, ["Lock"] = 0, ["Owner"] = 0 };

    /// <summary>States whose slices fail.</summary>
    public HashSet<string> Failing { get; } = [];

    /// <summary>States whose check finds a violation.</summary>
    public HashSet<string> Wrong { get; } = [];

    /// <summary>States that only the full suite has.</summary>
    public HashSet<string> FullSuiteOnly { get; } = [];

    /// <summary>Whether a planted delay takes time.</summary>
    public bool DelayWorks { get; init; } = true;

    /// <summary>How much of every planted delay takes no time, as a processor hides it behind other work.</summary>
    public int HiddenTurns { get; init; }

    /// <summary>The workload that the worker announces.</summary>
    public string Workload { get; init; } = "W";

    /// <summary>Writes the script.</summary>
    public PublishedBuild Publish()
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, $$"""
            slice=0
            while IFS= read -r line; do
              state=${line##*\"state\":\"}
              state=${state%%\"*}
              case $line in
                *'"amount":'*) amount=${line##*\"amount\":}; amount=${amount%%[!0-9]*} ;;
                *) amount=0 ;;
              esac
              amount=$((amount > {{HiddenTurns}} ? amount - {{HiddenTurns}} : 0))
              case $line in
                *'"do":"Check"'*)
                  case $state in
                    {{Names(Wrong)}}) printf '%s\n' '{"operations":110000,"violation":"it lost a write"}' ;;
                    *) printf '%s\n' '{"operations":110000}' ;;
                  esac ;;
                *'"do":"Slice"'*)
                  case $state in
                    {{Names(Failing)}}) printf '%s\n' '{"error":"it threw"}' ; continue ;;
                    {{string.Join("\n        ", Times.Select(time => $"{time.Key}) time={Whole(time.Value * Operations)} bytes={Whole(Bytes[time.Key] * Operations)} ;;"))}}
                  esac
                  slice=$((slice + 1))
                  off=$((1000 + slice * 7 % 5 - 2))
                  delay=$(({{(DelayWorks ? 1 : 0)}} * amount * {{Operations}} / 11))
                  printf '{"nanoseconds":%d,"allocatedBytes":%d}\n' $(((time + delay) * off / 1000)) $((bytes + 500)) ;;
                *) printf '%s\n' '{{Hello()}}' ;;
              esac
            done
            """.ReplaceLineEndings("\n"));
        return new PublishedBuild(new GateSide(name, "0123456789", Changed: false), "sh", path);
    }

    private static string Names(HashSet<string> names) => names.Count == 0 ? "none" : string.Join('|', names);

    private static string Whole(double value) => Math.Round(value).ToString(CultureInfo.InvariantCulture);

    private string Hello() => WorkerFormat.Write(new HelloAnswer
    {
        Protocol = WorkerProtocol.Version,
        Workload = Workload,
        ProcessorCount = 1,
        NanosecondsPerTurn = 1,
        OperationsPerWrite = 11,
        States = [.. Times.Keys.Select(state => new WorkerState(
            state, state is "Empty" or "AsynchronousFloor", state is "Empty" or "Lock", state is "Empty" or "Lock" ? "Tens" : "Hundreds", Operations, FullSuiteOnly.Contains(state)))],
    });
}
