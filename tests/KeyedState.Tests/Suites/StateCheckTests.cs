using KeyedState.Benchmarks.Suites;

namespace KeyedState.Tests.Suites;

public sealed class StateCheckTests
{
    private static readonly StateEntry Wrong = StateEntry.Of(typeof(LosesEverythingState));
    private static readonly StateEntry Right = StateEntry.Of(typeof(LockState));
    private static readonly StateEntry Limit = StateEntry.Of(typeof(EmptyState));

    // Longer than a loaded machine takes to start a thread of the pool; a check that waits in vain fails the test.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

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
    public void Of_TwoStates_AreCheckedBesideEachOther()
    {
        using var both = new CountdownEvent(2);

        var check = Check(_ =>
        {
            both.Signal();
            return (both.Wait(Patience) ? 110_000 : 0, null);
        });

        Assert.Equal((110_000, 110_000), (check.OperationsOf(Wrong), check.OperationsOf(Right)));
    }

    [Fact]
    public void Of_CheckThatThrows_EndsAsItThrew() =>
        Assert.Throws<FormatException>(() => Check(entry => entry == Wrong ? throw new FormatException() : (110_000, null)));

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

    private StateCheck Check(Func<StateEntry, (long Operations, string? Failure)> check) =>
        StateCheck.Of([Wrong, Right, Limit], new ProgressWriter(output, width: null, TimeProvider.System), check);
}
