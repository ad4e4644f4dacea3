using KeyedState.Stores.Benchmarks.Curves;

namespace KeyedState.Stores.Tests;

public sealed class RedisBenchmarkTests
{
    private const string Columns = "\"test\",\"rps\",\"avg_latency_ms\",\"min_latency_ms\"\n";

    [Theory]
    [InlineData(Columns + "\"SET\",\"28625.96\",\"0.023\",\"0.016\"\n", 28_625.96)]
    [InlineData("\"SET\",\"1310043.62\"\r\n", 1_310_043.62)]
    public void RateOf_WhatItPrints_IsItsSecondColumn(string output, double rate) => Assert.Equal(rate, RedisBenchmark.RateOf(output));

    [Theory]
    [InlineData("")]
    [InlineData(Columns)]
    [InlineData("\"SET\"\n")]
    [InlineData("\"SET\",\"0.00\"\n")]
    [InlineData("\"GET\",\"28625.96\"\n")]
    [InlineData("Could not connect to Redis at 127.0.0.1:1: Connection refused\n")]
    public void RateOf_AnythingElse_IsRefused(string output) => Assert.Throws<InvalidOperationException>(() => RedisBenchmark.RateOf(output));
}
