using KeyedState.Tests.Contract;
using KeyedState.Tests.Verification.Broken;
using KeyedState.Tests.Verification.BrokenCompound;
using KeyedState.Verification;

namespace KeyedState.Tests.Verification;

/// <summary>What is recorded is what was called, with and without an answer. Undisturbed, because a pool that others take looks like a hang.</summary>
[Collection(nameof(Undisturbed))]
public sealed class CompoundRecorderTests
{
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(500);

    public static TheoryData<string> Names => [.. CompoundPatternMix.For(Fresh(), 10_000).Select(pattern => pattern.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Record_AnyPattern_HoldsEveryOperationAndIsRight(string name)
    {
        var state = Fresh();
        var pattern = CompoundPatternMix.For(state, 10_000).Single(one => one.Name == name);

        var recording = Assert.Single(CompoundRecorder.Record(state, [pattern], seed: 1, Ample));

        var operations = recording.History.Operations.ToArray();
        Assert.Empty(recording.Violations);
        Assert.Equal((pattern.Operations, pattern.Operations), (operations.Length, recording.Runs.Count));
        Assert.Equal(pattern.Workers, operations.DistinctBy(operation => operation.Worker).Count());
        Assert.All(operations, operation => Assert.InRange(operation.Returned, operation.Called, Operation.Never - 1));
        Assert.Equal(operations.Select(operation => operation.Kind == CompoundKind.Update ? 1 : 0), recording.Runs.Select(run => run.Times));

        // Where values are unique, it is decided without a search.
        var verdict = pattern.ValuesRecur ? MapSpecification.Search(recording.History, steps: 2_000_000) : CompoundChecker.Check(recording.History);
        Assert.Equal(Verdict.Linearizable, verdict);
    }

    [Fact]
    public void Record_KeysThatRunOut_RefusesAndMoves()
    {
        var state = Fresh();
        var pattern = CompoundPatternMix.For(state, 10_000).Single(one => one.Name == "keys that run out");

        var transfers = Assert.Single(CompoundRecorder.Record(state, [pattern], seed: 1, Ample)).History.Operations.ToArray()
            .Where(operation => operation.Kind == CompoundKind.Transfer).CountBy(operation => operation.Moved).ToDictionary();

        Assert.True(transfers[false] > 30 && transfers[true] > 30, $"{transfers[false]} were refused and {transfers[true]} were made.");
    }

    [Fact]
    public void Record_OperationThatIsNotAnswered_IsPendingAndHung()
    {
        var pattern = new CompoundPattern("adds only", Workers: 1, Keys: 2, OperationsPerWorker: 600) { AddPercent = 100 };

        var recording = Assert.Single(CompoundRecorder.Record(new DroppedAddState(), [pattern, pattern], seed: 1, Short));

        var hung = Assert.Single(recording.Violations);
        Assert.Equal("Hung: 1 operation was not answered while nothing else happened for 0.5 s (adds only).", hung.Sentence);
        Assert.True(recording.History[499].IsPending);
        Assert.Equal(500, recording.History.Count);
    }

    [Fact]
    public void Record_OperationThatThrows_IsPendingAndEndsIt()
    {
        var pattern = new CompoundPattern("transfers only", Workers: 1, Keys: 2, OperationsPerWorker: 20) { TransferPercent = 100 };

        var recording = Assert.Single(CompoundRecorder.Record(new ThrowsWhenRefusedState(), [pattern, pattern], seed: 1, Ample));

        var threw = Assert.Single(recording.Violations);
        Assert.Equal((ViolationKind.Threw, "A transfer threw InvalidTransferException: There is not enough."), (threw.Kind, threw.Sentence));
        Assert.True(Assert.Single(recording.History.Operations.ToArray()).IsPending);
    }

    [Fact]
    public void Mix_OfAStateThatOffersNothing_IsEmpty() => Assert.Empty(CompoundPatternMix.For(new LostUpdateState(), 1_000));

    [Theory]
    [InlineData(1)]
    [InlineData(330_000)]
    public void Mix_OfAnySize_MixesNoPlainWritesWithSeveralKeysUnlessValuesRecur(int operations)
    {
        var patterns = CompoundPatternMix.For(Fresh(), operations);

        Assert.DoesNotContain(patterns, pattern => !pattern.ValuesRecur && pattern.WritePercent > 0 && pattern.TransferPercent + pattern.SnapshotPercent > 0);
        Assert.All(patterns, pattern => Assert.InRange(
            pattern.AddPercent + pattern.TransferPercent + pattern.SnapshotPercent + pattern.UpdatePercent + pattern.WritePercent, 1, 100));
        Assert.InRange(patterns.Sum(pattern => pattern.Operations), operations / 2, operations + 1_000);
    }

    // It offers everything.
    private static SemaphoreSlimState Fresh() => new SemaphoreSlimState();
}
