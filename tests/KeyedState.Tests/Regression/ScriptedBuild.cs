using System.Globalization;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Tests.Regression;

/// <summary>
/// A build whose worker is a script of a few lines: it knows two designs and the two limits, and answers a slice with
/// the time and the bytes that it is told, a little off by turns so that there is a spread. It drives no slice but one
/// that the base has planned.
/// </summary>
internal sealed class ScriptedBuild
{
    private const int Operations = 1000;
    private const string Plan = "as base.sh has it";
    private const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private readonly string folder;
    private readonly string name;

    public ScriptedBuild(string folder, string name) => (this.folder, this.name) = (folder, name);

    /// <summary>Nanoseconds per operation by state.</summary>
    public Dictionary<string, double> Times { get; } = new() { ["Empty"] = 3, ["AsynchronousFloor"] = 60, ["Lock"] = 9, ["Owner"] = 80 };

    /// <summary>Bytes per operation by state.</summary>
    public Dictionary<string, double> Bytes { get; } = new() { ["Empty"] = 0, ["AsynchronousFloor"] = 0, ["Lock"] = 0, ["Owner"] = 0 };

    /// <summary>States whose slices fail.</summary>
    public HashSet<string> Failing { get; } = [];

    /// <summary>States of which one slice fails, the first that is asked for.</summary>
    public HashSet<string> FailingOnce { get; } = [];

    /// <summary>States whose check finds a violation.</summary>
    public HashSet<string> Wrong { get; } = [];

    /// <summary>States that are declared to be limits.</summary>
    public HashSet<string> Limits { get; } = ["Empty", "AsynchronousFloor"];

    /// <summary>States that only the full suite has.</summary>
    public HashSet<string> FullSuiteOnly { get; } = [];

    /// <summary>Whether a planted delay takes time.</summary>
    public bool DelayWorks { get; set; } = true;

    /// <summary>How much of every planted delay takes no time, as a processor hides it behind other work.</summary>
    public int HiddenTurns { get; init; }

    /// <summary>The protocol that the worker speaks.</summary>
    public int Protocol { get; set; } = WorkerProtocol.Version;

    /// <summary>Whether the worker ends at once, as one whose assemblies don't fit together does.</summary>
    public bool Ends { get; set; }

    /// <summary>Writes the script.</summary>
    public PublishedBuild Publish()
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, $$"""
            {{(Ends ? "echo 'it does not load' >&2; exit 1" : "slice=0")}}
            set -- {{string.Join(' ', Base64.AsEnumerable())}}
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
                *'"do":"Pilot"'*'"windowMilliseconds":5,"runMicroseconds":20'*)
                  case $state in
                    {{Names(Failing)}}) printf '%s\n' '{"error":"it threw"}' ;;
                    *) printf '%s\n' '{{Pilot()}}' ;;
                  esac ;;
                *'"do":"Slice"'*'"plan":"{{Plan}}"'*)
                  case $state in
                    {{Names(Failing)}}) printf '%s\n' '{"error":"it threw"}' ; continue ;;
                    {{Names(FailingOnce)}}) [ -e "$0.$state" ] || { : > "$0.$state"; printf '%s\n' '{"error":"it threw once"}' ; continue ; } ;;
                  esac
                  case $state in
                    {{string.Join("\n        ", Times.Select(time => $"{time.Key}) time={Whole(time.Value * Operations)} {Note(Bytes[time.Key] * Operations)} ;;"))}}
                  esac
                  slice=$((slice + 1))
                  off=$((1000 + slice * 7 % 5 - 2))
                  delay=$(({{(DelayWorks ? 1 : 0)}} * amount * {{Operations}} / 11))

                  # The time as a double: its highest bit goes to the 53rd place, and the exponent follows.
                  mantissa=$(((time + delay) * off / 1000))
                  exponent=1075
                  while [ $mantissa -lt {{1L << 52}} ]; do mantissa=$((mantissa * 2)) exponent=$((exponent - 1)); done
                  bits=$((exponent << 52 | mantissa - {{1L << 52}}))
                  encoded=
                  for three in \
                    $(((bits & 255) << 16 | (bits >> 8 & 255) << 8 | bits >> 16 & 255)) \
                    $(((bits >> 24 & 255) << 16 | (bits >> 32 & 255) << 8 | bits >> 40 & 255)) \
                    $(((bits >> 48 & 255) << 16 | (bits >> 56 & 255) << 8 | next)); do
                    for shift in 18 12 6 0; do eval "encoded=\$encoded\${$(((three >> shift & 63) + 1))}"; done
                  done
                  printf '{"note":"%s"}\n' "$before$encoded$after" ;;
                *) printf '%s\n' '{{Hello()}}' ;;
              esac
            done
            """.ReplaceLineEndings("\n"));
        return new PublishedBuild(new GateSide(name, "0123456789", Changed: false), "sh", path);
    }

    private static string Names(HashSet<string> names) => names.Count == 0 ? "none" : string.Join('|', names);

    private static string Whole(double value) => Math.Round(value).ToString(CultureInfo.InvariantCulture);

    private string Pilot() => WorkerFormat.Write(new PilotReply
    {
        Plan = $"as {name} has it",
        Operations = Operations,
        RunLength = 64,
        NanosecondsPerOperation = 1,
        WindowMilliseconds = 5,
        WarmupSeconds = 0.25,
        Note = Notes.Slice(1_000, 0).ToBytes(),
    });

    /// <summary>A slice's note in base 64 without its time: what is before it, the byte after it, and what is after that.</summary>
    private static string Note(double allocated)
    {
        const double marker = 123_456_789;
        foreach (var pad in Enumerable.Range(1, 3))
        {
            var bytes = (Notes.Slice(marker, Math.Round(allocated) + 500) with { ThreadMasks = [new string('0', pad)] }).ToBytes();
            var at = bytes.AsSpan().IndexOf(BitConverter.GetBytes(marker));
            if (at % 3 == 0)
            {
                return $"before={Convert.ToBase64String(bytes, 0, at)} next={bytes[at + 8]} after={Convert.ToBase64String(bytes.AsSpan(at + 9))}";
            }
        }

        throw new InvalidOperationException("One of three places is a multiple of three.");
    }

    private string Hello() => WorkerFormat.Write(new HelloReply
    {
        Protocol = Protocol,
        ProcessorCount = 1,
        NanosecondsPerTurn = 1,
        OperationsPerWrite = 11,
        States = [.. Times.Keys.Select(state => new WorkerState(
            state, Limits.Contains(state), FullSuiteOnly.Contains(state)))],
    });
}
