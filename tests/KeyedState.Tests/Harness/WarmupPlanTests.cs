using KeyedState.Harness;

namespace KeyedState.Tests.Harness;

public sealed class WarmupPlanTests
{
    [Fact]
    public void Parse_WhatToStringWrote_IsTheSamePlan() =>
        Assert.Equal(WarmupPlan.Usual, WarmupPlan.Parse(WarmupPlan.Usual.ToString()));

    [Theory]
    [InlineData("")]
    [InlineData("1/2")]
    [InlineData("1/2/x")]
    [InlineData("1/2/NaN")]
    public void Parse_AnythingElse_IsRefused(string text) => Assert.Throws<FormatException>(() => WarmupPlan.Parse(text));
}
