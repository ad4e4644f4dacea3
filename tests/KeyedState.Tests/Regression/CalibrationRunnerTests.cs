using KeyedState.Benchmarks.Gate;
using KeyedState.Regression;
using KeyedState.Results;
using KeyedState.Tests.Reports;

namespace KeyedState.Tests.Regression;

public sealed class CalibrationRunnerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("calibration-runner-").FullName;

    public CalibrationRunnerTests() => File.WriteAllText(Path.Combine(folder, "commit"), "0123456789\n");

    private string Gate => Path.Combine(folder, "gate.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>One core was cut to what the six minutes held, and all cores had no time at all.</summary>
    [Fact]
    public void Run_GateThatWasRun_HasAsManyLaunches()
    {
        GateFile.Save(
            GateSamples.Regression() with { Looks = [new(Look.OneCore, 1.03, 1.01, null, 28, 5, 43), new(Look.AllCores, 1.2, 1.05, null)] },
            Gate);

        var (commit, looks) = Run(TimeSpan.Zero);

        Assert.Equal(("0123456789", 28, 43), (commit, looks[0].Rules.FirstRound, looks[0].Rules.SecondRound));
        Assert.NotNull(looks[1].AbsentBecause);
    }

    [Fact]
    public void Run_TooLittleTimeForTheGate_IsRefused()
    {
        Assert.StartsWith("A calibration begins with a run of the gate, which takes 6 minutes", Refusal(TimeSpan.FromMinutes(3)), StringComparison.Ordinal);
        Assert.False(File.Exists(Gate));
    }

    /// <summary>The page that is there may be of launches that are kept elsewhere.</summary>
    [Fact]
    public void Run_NoTimeAndNoCalibration_IsRefused() =>
        Assert.EndsWith("holds no calibration to write a page of: begin one with a positive number of --hours.", Refusal(TimeSpan.Zero), StringComparison.Ordinal);

    [Theory]
    [InlineData("{", "is no record of a gate.")]
    [InlineData("null", "is no record of this gate's version.")]
    public void Run_DamagedRecordOfTheGate_IsRefused(string text, string message)
    {
        File.WriteAllText(Gate, text);

        Assert.EndsWith(message, Refusal(TimeSpan.Zero), StringComparison.Ordinal);
    }

    private string Refusal(TimeSpan time) => Assert.Throws<FormatException>(() => Run(time)).Message;

    private (string Commit, IReadOnlyList<LookSetup> Looks) Run(TimeSpan time) => new CalibrationRunner(_ => { }, CancellationToken.None).Run(
        folder, "program", folder, [Setup(LookRules.OneCore), Setup(LookRules.AllCores)], time);

    private static LookSetup Setup(LookRules rules) => new(rules, new Dictionary<string, string>(), () => null, Bound: false, AbsentBecause: null);
}
