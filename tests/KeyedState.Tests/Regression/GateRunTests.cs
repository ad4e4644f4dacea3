using KeyedState.Results;

namespace KeyedState.Tests.Regression;

/// <summary>The whole gate over scripted workers, whose times are known: what it says of a change.</summary>
public sealed class GateRunTests : IDisposable
{
    private readonly ScriptedGate gate = new();

    public static bool IsWindows => OperatingSystem.IsWindows();

    public void Dispose() => gate.Dispose();

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_NothingChanged_Passes()
    {
        var record = gate.Run();

        Assert.Equal(GateConclusion.Passed, record.Conclusion);
        Assert.Equal(["AsynchronousFloor", "Empty", "Lock", "Owner"], record.Rows.Select(row => row.State).Order(StringComparer.Ordinal));
        Assert.All(record.Rows, row => Assert.Equal(Verdict.NoDifference, row.Verdict));
        Assert.Equal([1, 1, 1.1255], record.SelfTests.Select(test => Math.Round(test.Planted, 4)));
        Assert.All(record.SelfTests, test => Assert.True(test.Passed));
    }

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_SlowerState_IsFoundInTwoRoundsAndNoOther()
    {
        gate.Head.Times["Owner"] *= 1.04;

        var record = gate.Run();

        Assert.Equal(GateConclusion.Regression, record.Conclusion);
        var slower = Assert.Single(record.Rows, row => row.Verdict == Verdict.Slower);
        Assert.Equal(("Owner", 2, 1.04), (slower.State, slower.Round, Math.Round(slower.Ratio!.Value, 3)));
    }

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_SlowerStateThatDeclaresOtherThings_IsFound()
    {
        gate.Head.Times["Owner"] *= 1.04;
        gate.Head.Limits.Add("Owner");
        gate.Head.FullSuiteOnly.Add("Owner");

        Assert.Equal(GateConclusion.Regression, gate.Run().Conclusion);
    }

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_RenamedLimit_KeepsNoOtherStateFromBeingFound()
    {
        gate.Base.Times["Nothing"] = gate.Base.Times["Empty"];
        gate.Base.Bytes["Nothing"] = 0;
        gate.Base.Times.Remove("Empty");
        gate.Head.Times["Owner"] *= 1.04;

        var record = gate.Run();

        Assert.Equal((GateConclusion.Regression, "Nothing"), (record.Conclusion, Assert.Single(record.Removed)));
    }

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_RemovedState_IsNoPass()
    {
        gate.Head.Times.Remove("Owner");

        var record = gate.Run();

        Assert.Equal((GateConclusion.StateMissing, "Owner"), (record.Conclusion, Assert.Single(record.Removed)));
    }

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_FasterState_IsSaidAndPasses()
    {
        gate.Head.Times["Lock"] /= 1.04;

        var record = gate.Run();

        Assert.Equal(GateConclusion.Passed, record.Conclusion);
        Assert.Equal("Lock", Assert.Single(record.Rows, row => row.Verdict == Verdict.Faster).State);
    }

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_OneByteMoreAnOperation_IsAnExactAlarmAndNoOther()
    {
        gate.Head.Bytes["Owner"] += 1;

        var record = gate.Run();

        Assert.Equal(GateConclusion.Regression, record.Conclusion);
        Assert.Equal(new GateAllocation("Owner", 0.5, 1.5), Assert.Single(record.Allocations, allocation => allocation.IsAlarm));
    }

    [Theory(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    [InlineData("AsynchronousFloor,Empty,Lock")]
    [InlineData("Lock,Owner", "Lock", "Owner")]
    [InlineData("Owner", "Owner")]
    public void Run_StateOfTheFullSuiteOnly_IsComparedWhenItIsNamed(string compared, params string[] named)
    {
        gate.Base.FullSuiteOnly.Add("Owner");
        gate.Head.FullSuiteOnly.Add("Owner");

        Assert.Equal(compared.Split(','), gate.Run(named).Rows.Select(row => row.State).Order(StringComparer.Ordinal));
    }

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_StateOfTheFullSuiteOnly_IsComparedWhenTheChangeTouchesIt()
    {
        gate.Base.FullSuiteOnly.Add("Owner");
        gate.Head.FullSuiteOnly.Add("Owner");
        gate.Head.Times["Owner"] *= 1.04;
        gate.Touched.Add("Owner");

        Assert.Equal(GateConclusion.Regression, gate.Run().Conclusion);
    }

    /// <summary>A change that touches more such states than there is time for says which were not compared.</summary>
    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_ManyTouchedStatesOfTheFullSuiteOnly_NamesThoseThatWereNotCompared()
    {
        foreach (var state in Enumerable.Range(1, 8).Select(number => $"Rare{number}"))
        {
            foreach (var build in new[] { gate.Base, gate.Head })
            {
                (build.Times[state], build.Bytes[state]) = (20, 0);
                build.FullSuiteOnly.Add(state);
            }

            gate.Touched.Add(state);
        }

        var record = gate.Run();

        Assert.Equal((GateConclusion.Passed, 10), (record.Conclusion, record.Rows.Count));
        Assert.Equal(["Rare7", "Rare8"], record.Uncompared);
    }

    /// <summary>A build against itself with a delay planted into the head: whoever doesn't find it sees nothing.</summary>
    [Theory(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    [InlineData(1.0, GateConclusion.Passed)]
    [InlineData(1.5, GateConclusion.Regression)]
    public void Run_PlantedDelay_IsFound(double planted, GateConclusion expected)
    {
        gate.Planted = planted;

        Assert.Equal(expected, gate.Run("Lock").Conclusion);
    }
}
