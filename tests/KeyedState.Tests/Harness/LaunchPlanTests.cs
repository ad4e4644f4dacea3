using KeyedState.Harness;

namespace KeyedState.Tests.Harness;

public sealed class LaunchPlanTests
{
    private static readonly LaunchPlan Plan = new(Scenario.GoByExample, new FixedWork(4096, 300), WarmupPlan.Usual, StateLifetime.Iteration);

    [Fact]
    public void Parse_WhatToStringWrote_IsTheSamePlan()
    {
        var text = (Plan with { Scenario = Plan.Scenario with { Keys = new KeySpace(7, Filled: true) } }).ToString();

        Assert.Equal(
            "scenario=Go by Example;roles=readers/Read/100,writers/Write/10;keys=7;filled=True;values=100;seed=20251108;operations=4096;run=300;warmup=1500/400/4000;lifetime=Iteration",
            text);
        Assert.Equal(text, LaunchPlan.Parse(text).ToString());
    }

    [Fact]
    public void Parse_PlanThatLooksAtCores_IsTheSamePlan()
    {
        var text = (Plan with { Cores = new CoreWait(250, TimeSpan.FromSeconds(1.5)) }).ToString();

        Assert.EndsWith(";lifetime=Iteration;cores=250/1500", text, StringComparison.Ordinal);
        Assert.Equal(text, LaunchPlan.Parse(text).ToString());
    }

    [Fact]
    public void Parse_PlanThatNotesThePace_IsTheSamePlan()
    {
        var text = (Plan with { Pace = true }).ToString();

        Assert.EndsWith(";lifetime=Iteration;pace=noted", text, StringComparison.Ordinal);
        Assert.True(LaunchPlan.Parse(text).Pace);
    }

    [Theory]
    [InlineData("250")]
    [InlineData("0/1500")]
    [InlineData("250/-1")]
    [InlineData("near/1500")]
    public void Parse_CoresThatCannotBe_AreRefused(string cores) => Assert.Throws<FormatException>(() => LaunchPlan.Parse($"{Plan};cores={cores}"));

    [Theory]
    [InlineData("")]
    [InlineData("operations=1")]
    [InlineData("operations=1;operations=2")]
    [InlineData("a;b")]
    public void Parse_AnythingElse_IsRefused(string text) => Assert.Throws<FormatException>(() => LaunchPlan.Parse(text));

    [Theory]
    [InlineData("operations=4096", "operations=0")]
    [InlineData("run=300", "run=-1")]
    [InlineData("keys=5", "keys=99999999999")]
    [InlineData("readers/Read/100", "readers/Read")]
    [InlineData("readers/Read/100", "readers/Erase/100")]
    [InlineData("1500/400/4000", "1500/400")]
    [InlineData("1500/400/4000", "1500/400/NaN")]
    [InlineData("lifetime=Iteration", "lifetime=Forever")]
    public void Parse_OneFieldThatCannotBe_IsRefused(string field, string broken)
    {
        var text = Plan.ToString();
        Assert.Contains(field, text, StringComparison.Ordinal);

        Assert.Throws<FormatException>(() => LaunchPlan.Parse(text.Replace(field, broken, StringComparison.Ordinal)));
    }
}
