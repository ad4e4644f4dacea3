using KeyedState.Benchmarks.Launches;

namespace KeyedState.Tests.Suites;

public sealed class WarmupPlanTests
{
    [Fact]
    public void Parse_WhatToStringWrote_IsTheSamePlan() =>
        Assert.Equal(WarmupPlan.Usual, WarmupPlan.Parse(WarmupPlan.Usual.ToString()));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1;2")]
    [InlineData("1;2;x")]
    [InlineData("1;2;NaN")]
    public void Parse_AnythingElse_IsNoPlan(string? text) => Assert.Null(WarmupPlan.Parse(text));
}
