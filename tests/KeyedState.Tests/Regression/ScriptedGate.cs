using KeyedState.Regression;
using KeyedState.Results;
using KeyedState.Tests.Reports;

namespace KeyedState.Tests.Regression;

/// <summary>The whole gate over scripted workers, on one core with ten pairs of launches a round. The scripts need a POSIX shell.</summary>
internal sealed class ScriptedGate : IDisposable
{
    public const string NeedsShell = "It needs a POSIX shell.";

    public static readonly LookRules Rules = LookRules.OneCore with { FirstRound = 10, SecondRound = 10 };

    private readonly string folder = Directory.CreateTempSubdirectory("gate-run-").FullName;

    public ScriptedGate() => (Base, Head) = (new(folder, "base.sh"), new(folder, "head.sh"));

    public ScriptedBuild Base { get; }

    public ScriptedBuild Head { get; }

    /// <summary>The states that the change touches.</summary>
    public HashSet<string> Touched { get; } = [];

    /// <summary>By how many times a delay is to slow the head down.</summary>
    public double Planted { get; set; } = 1;

    /// <summary>How long the run has.</summary>
    public GateTime Time { get; init; } = new(TimeProvider.System, TimeSpan.FromHours(1));

    /// <summary>Called before workers are started.</summary>
    public Action Starting { get; init; } = () => { };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public GateRecord Run(params string[] states)
    {
        var look = new LookSetup(Rules, new Dictionary<string, string>(), Bind, Bound: true, AbsentBecause: null);
        var blank = GateSamples.Passed() with
        {
            Seed = 1,
            Looks = [new GateLook(Look.OneCore, Math.Exp(Rules.Threshold), Math.Exp(Rules.Unimportant), null)],
            Rows = [],
            Allocations = [],
            SelfTests = [],
        };
        return new GateRun(Base.Publish(), Head.Publish(), [look], _ => { }, CancellationToken.None).Run(
            blank, new GateQuestion(states, Touched, Time, Planted));
    }

    private IDisposable? Bind()
    {
        Starting();
        return null;
    }
}
