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
        var check = Check(entry => entry == Wrong ? (0, "key 1 read 0 although a write to it had completed") : (110_000, null));

        Assert.Equal([Right, Limit], check.Passed);
        Assert.Equal((Wrong.Name, "key 1 read 0 although a write to it had completed"), (check.Failures.Single().State, check.Failures.Single().Error));
        Assert.StartsWith("LosesEverything FAILED its check", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WhatWasChecked_IsCounted()
    {
        var check = Check(_ => (110_000, null));

        Assert.Equal((110_000, 0), (check.OperationsOf(Right), check.OperationsOf(Limit)));
    }

    [Fact]
    public void Of_TwoAtOnce_ChecksBothBeforeEitherEndsAndKeepsTheirOrder()
    {
        using var both = new Barrier(2);
        var check = Check(entry => both.SignalAndWait(TimeSpan.FromSeconds(60)) ? (entry == Right ? 2 : 1, null) : (0, "nobody else was checked"), atOnce: 2);

        Assert.Equal([Wrong, Right, Limit], check.Passed);
        Assert.Equal((1, 2), (check.OperationsOf(Wrong), check.OperationsOf(Right)));
    }

    [Fact]
    public void Of_CheckThatThrows_ThrowsTheSame() =>
        Assert.Throws<IOException>(() => Check(_ => throw new IOException("no room"), atOnce: 2));

    [Fact]
    public void InOwnProcess_RightState_IsCheckedThere()
    {
        var (operations, failure) = StateCheck.InOwnProcess(Right);

        Assert.Null(failure);
        Assert.InRange(operations, 100_000, int.MaxValue);
    }

    [Fact]
    public void InOwnProcess_AskedForANumberOfOperations_ChecksAsMany() =>
        Assert.InRange(StateCheck.InOwnProcess(Right, operations: 5_000, seed: 1).Operations, 5_000, 10_000);

    [Fact]
    public void InOwnProcess_StateThatTheProcessDoesNotHave_IsAFailure() =>
        Assert.Contains("There is no state LosesEverything", StateCheck.InOwnProcess(Wrong).Failure, StringComparison.Ordinal);

    private StateCheck Check(Func<StateEntry, (long Operations, string? Failure)> check, int atOnce = 1) =>
        StateCheck.Of([Wrong, Right, Limit], new ProgressWriter(TextWriter.Synchronized(output), width: null, TimeProvider.System), check, atOnce);
}
