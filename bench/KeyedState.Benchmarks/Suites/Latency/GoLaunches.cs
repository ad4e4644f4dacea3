using System.Globalization;
using System.Text.Json;
using KeyedState.Benchmarks.Environments;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites.Latency;

/// <summary>The program in Go, built once and launched in between the states. Whatever goes wrong with it ends it alone, with a reason.</summary>
internal sealed class GoLaunches : IDisposable
{
    /// <summary>Where the program's sources are, below the top of the suite's.</summary>
    public static readonly string Folder = Path.Combine("bench", "go", "stateful-goroutines");

    private const string Command = "go";

    // The first build on a machine compiles the standard library too.
    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan RunLimit = TimeSpan.FromSeconds(20);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    private readonly string sources;
    private readonly LatencyProtocol protocol;
    private readonly GoCall call;
    private readonly ProgressWriter progress;
    private TemporaryFolder? folder;

    private GoLaunches(string sources, LatencyProtocol protocol, GoCall call, ProgressWriter progress) =>
        (this.sources, this.protocol, this.call, this.progress) = (sources, protocol, call, progress);

    /// <summary>What was measured so far, and why there is no more of it.</summary>
    public StoredGo Stored { get; private set; } = new(Version: null, AbsentBecause: null, []);

    /// <summary>Whether no further launch is made.</summary>
    public bool HasEnded => Stored.AbsentBecause is not null;

    /// <summary>What is launched in each round; nothing where the program could not be built.</summary>
    public IReadOnlyList<GoVariation> Variations => HasEnded ? [] : GoVariation.All;

    private string Program => Path.Combine(folder!.Path, OperatingSystem.IsWindows() ? "program.exe" : "program");

    /// <summary>Builds the program where Go is installed, and says in one line why not otherwise.</summary>
    /// <param name="repository">The top of the suite's sources.</param>
    /// <param name="protocol">For how long it runs.</param>
    /// <param name="call">Runs Go, and what it made.</param>
    /// <param name="progress">Told why there is nothing to launch.</param>
    public static GoLaunches Build(string repository, LatencyProtocol protocol, GoCall call, ProgressWriter progress)
    {
        var launches = new GoLaunches(Path.Combine(repository, Folder), protocol, call, progress);
        launches.Try(launches.Build);
        return launches;
    }

    /// <summary>Makes a launch, if none before went wrong.</summary>
    /// <param name="variation">Of what.</param>
    /// <param name="round">Its number, from 0.</param>
    public void Launch(GoVariation variation, int round)
    {
        if (!HasEnded)
        {
            Try(() => Measure(variation, round));
        }
    }

    public void Dispose() => folder?.Dispose();

    private string? Build()
    {
        if (!Directory.Exists(sources))
        {
            return $"the sources have no {Folder}";
        }

        var (known, version, problem) = call(Command, sources, RunLimit, ["version"]);
        if (known != 0)
        {
            return known is null ? "there is no go on the path" : $"go does not start: {FirstLine(problem)}";
        }

        // A stored name that does not simply print is refused when it is read.
        Stored = Stored with { Version = FirstLine(version).Replace('\uFFFD', '?') };
        folder = TemporaryFolder.Create("go");
        progress.Say($"Building the program in Go ({Stored.Version}).");
        var (built, output, errors) = call(Command, sources, BuildLimit, ["build", "-trimpath", "-o", Program, "."]);
        return built == 0 ? null : $"go build failed: {FirstLine(errors + output)}";
    }

    private string? Measure(GoVariation variation, int round)
    {
        var (exit, output, errors) = call(Program, sources, RunLimit + protocol.PacedWindow, [variation.Design, variation.Pace, Milliseconds(protocol.Lead), Milliseconds(protocol.PacedWindow)]);
        if (exit != 0)
        {
            return $"{variation} failed: {FirstLine(errors)}";
        }

        var launch = Read(output) is { } count
            ? new StoredGoLaunch(variation.Design, variation.Paced, round, count.ReadOps, count.WriteOps, count.Seconds, count.CpuSeconds)
            : null;
        if (launch is not { IsPossible: true })
        {
            return $"{variation} printed no counts: {FirstLine(output)}";
        }

        Stored = Stored with { Launches = [.. Stored.Launches, launch] };
        return null;
    }

    // Go is what the states are held against, and no part of what the run is for.
    private void Try(Func<string?> attempt)
    {
        string? reason;
        try
        {
            reason = attempt();
        }
        catch (OperationCanceledException)
        {
            reason = "it did not end";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            reason = error.Message;
        }

        if (reason is not null)
        {
            reason = PlainText.OneLine(reason.Trim().TrimEnd('.'), StoredFailure.LongestError - 1) + ".";
            Stored = Stored with { AbsentBecause = reason };
            progress.Say($"Go is {(Stored.Launches.Count > 0 ? "no longer" : "not")} measured: {reason}");
        }
    }

    private static GoCount? Read(string output)
    {
        try
        {
            return JsonSerializer.Deserialize<GoCount>(output, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // What names the package comes before the errors in it.
    private static string FirstLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(line => !line.StartsWith('#')) is { } line
            ? PlainText.OneLine(line, 200)
            : "it printed nothing";

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);

    private sealed record GoCount(long ReadOps, long WriteOps, double Seconds, double CpuSeconds);
}
