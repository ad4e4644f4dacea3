using KeyedState.Harness;
using KeyedState.Tests.Contract;
using KeyedState.Tests.Harness;
using KeyedState.Verification;

namespace KeyedState.Tests.Verification;

/// <summary>What is recorded is what was called, with and without an answer. Undisturbed, because a pool that others take looks like a hang.</summary>
[Collection(nameof(Undisturbed))]
public sealed class RecorderTests
{
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);

    // The test waits for it twice; an undisturbed machine answers a thousand times sooner.
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(500);

    public static TheoryData<string> Names => [.. CallPatternMix.For(10_000).Select(pattern => pattern.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Record_AnyScenario_HoldsEveryOperation(string name)
    {
        var pattern = CallPatternMix.For(10_000).Single(one => one.Name == name);

        var recording = Recorder.Record(new LockState(), [pattern], seed: 1, Ample);

        var operations = recording.History.Operations.ToArray();
        Assert.Empty(recording.Violations);
        Assert.Equal(pattern.Operations, operations.Length);
        Assert.Equal(pattern.Workers, operations.DistinctBy(operation => operation.Worker).Count());
        Assert.All(operations, operation => Assert.InRange(operation.Returned, operation.Called, Operation.Never - 1));
        Assert.Null(RegisterChecker.Check(recording.History));
    }

    [Fact]
    public void Record_SeveralScenarios_WriteNoValueTwice()
    {
        var pattern = new CallPattern("writes", Workers: 3, Keys: 2, WritePercent: 100, OperationsPerWorker: 1_000);

        var history = Recorder.Record(new LockState(), [pattern, pattern], seed: 1, Ample).History;

        Assert.Equal(6_000, history.Operations.ToArray().Select(operation => operation.Value).Where(value => value != 0).Distinct().Count());
    }

    [Fact]
    public void Record_Seed_DecidesWhatIsDone()
    {
        var pattern = new CallPattern("a few", Workers: 2, Keys: 3, WritePercent: 50, OperationsPerWorker: 4);

        var history = Recorder.Record(new LockState(), [pattern], seed: 7, Ample).History;

        Assert.Equal("0r1 0w1 0r0 0r-1 1w-1 1w-1 1r1 1w0", string.Join(' ', history.Operations.ToArray().Select(operation => $"{operation.Worker}{(operation.IsWrite ? 'w' : 'r')}{operation.Key}")));
    }

    [Fact]
    public void Record_KeysInTurn_ReadsEach()
    {
        var pattern = new CallPattern("in turn", Workers: 1, Keys: 512, WritePercent: 0, OperationsPerWorker: 512) { TakesKeysInTurn = true };

        var history = Recorder.Record(new LockState(), [pattern], seed: 1, Ample).History;

        Assert.Equal(512, history.Operations.ToArray().DistinctBy(operation => operation.Key).Count());
    }

    [Fact]
    public void Record_SeveralUnderWay_CallsThemBeforeItTakesTheFirst()
    {
        var first = new TaskCompletionSource<int>();
        var calls = 0;
        var state = new ScriptedState(_ =>
        {
            // The first is answered when the third is called.
            switch (++calls)
            {
                case 1:
                    return new(first.Task);
                case 3:
                    first.SetResult(0);
                    break;
            }

            return new(0);
        });
        var pattern = new CallPattern("three", Workers: 1, Keys: 1, WritePercent: 0, OperationsPerWorker: 10) { UnderWay = 3 };

        Assert.Empty(Recorder.Record(state, [pattern], seed: 1, Ample).Violations);
    }

    [Fact]
    public void Record_OperationThatIsNotAnswered_IsPendingAndHung()
    {
        var never = new TaskCompletionSource<int>();
        var calls = 0;
        var state = new ScriptedState(_ => Interlocked.Increment(ref calls) == 7 ? new(never.Task) : new(0));
        var pattern = new CallPattern("reads", Workers: 2, Keys: 1, WritePercent: 0, OperationsPerWorker: 20);

        var recording = Recorder.Record(state, [pattern, pattern], seed: 1, Short);

        var hung = Assert.Single(recording.Violations);
        var pending = Assert.Single(recording.History.Operations.ToArray(), operation => operation.IsPending);
        Assert.Equal("Hung: 1 operation was not answered while nothing else happened for 0.5 s (reads).", hung.Sentence);
        Assert.Equal((ViolationKind.Hung, pending), (hung.Kind, Assert.Single(hung.Operations)));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Record_OperationThatThrows_IsPendingAndEndsIt(bool atOnce, bool blocking)
    {
        var boom = new InvalidTimeZoneException("boom");
        var state = new ScriptedState(_ => atOnce ? throw boom : new(Task.FromException<int>(boom)));
        var pattern = new CallPattern("writes", Workers: 1, Keys: 1, WritePercent: 100, OperationsPerWorker: 20) { BlocksThreads = blocking };

        var recording = Recorder.Record(state, [pattern, pattern], seed: 1, Ample);

        var threw = Assert.Single(recording.Violations);
        var pending = Assert.Single(recording.History.Operations.ToArray());
        Assert.True(pending.IsPending);
        Assert.Equal((ViolationKind.Threw, "Key 0: a write threw InvalidTimeZoneException: boom", pending), (threw.Kind, threw.Sentence, Assert.Single(threw.Operations)));
    }

    [Fact]
    public void Violation_AsText_HasALineForEachOperation()
    {
        var violation = new Violation(
            ViolationKind.Hung,
            "It hung.",
            [new(OperationKind.Write, 1, 3, 5, 1_000, 2_000), new(OperationKind.Read, 2, 3, 5, 1_500, 1_600), new(OperationKind.Read, 4, 3, 0, 1_700, Operation.Never)]);

        Assert.Equal(4, violation.ToString().Split('\n').Length);
        Assert.StartsWith("It hung.\n  worker 1 wrote 5 to key 3, 0.0 µs to ", violation.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("to no answer.", violation.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(110_000)]
    [InlineData(3_000_000)]
    public void Mix_OfAnySize_HasAtLeastAsManyOperations(int operations)
    {
        var patterns = CallPatternMix.For(operations);

        Assert.InRange(patterns.Sum(pattern => pattern.Operations), operations, operations + 2_000);
        Assert.Contains(patterns, pattern => pattern.Workers == 110);
    }
}
