using KeyedState.Benchmarks.Suites;

namespace KeyedState.Tests.Suites;

public sealed class StateCheckTests
{
    private static readonly StateEntry Wrong = StateEntry.Of(typeof(LosesEverythingState));
    private static readonly StateEntry Right = StateEntry.Of(typeof(LockState));
    private static readonly StateEntry Limit = StateEntry.Of(typeof(EmptyState));

    private readonly StringWriter output = new();

    [Fact]
    public void Of_FastButWrongState_IsLeftOutAndNamed()
    {
        var check = StateCheck.Of([Wrong, Right, Limit], new ProgressWriter(output, terminal: false, TimeProvider.System));

        Assert.Equal([Right, Limit], check.Passed);
        var failure = Assert.Single(check.Failures);
        Assert.Equal(Wrong.Name, failure.State);
        Assert.Contains("read 0 although a write to it had completed", failure.Error, StringComparison.Ordinal);
        Assert.StartsWith("LosesEverything FAILED its check", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WhatWasChecked_IsCounted()
    {
        var check = StateCheck.Of([Right, Limit], new ProgressWriter(output, terminal: false, TimeProvider.System));

        Assert.Equal((110_000, 0), (check.OperationsOf(Right), check.OperationsOf(Limit)));
    }
}
