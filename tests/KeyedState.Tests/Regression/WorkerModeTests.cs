using KeyedState.Benchmarks.Suites.Latency;
using KeyedState.Benchmarks.Workers;
using KeyedState.Harness;
using KeyedState.Regression;
using KeyedState.Results;
using KeyedState.Tests.Suites;

namespace KeyedState.Tests.Regression;

public sealed class WorkerModeTests
{
    private static readonly StateCatalogue States = StateCatalogue.WithLimits(typeof(LosesEverythingState).Assembly);

    [Fact]
    public void Serve_Hello_SaysWhatItCanDrive()
    {
        var hello = Ask<HelloReply>(new WorkerRequest(WorkerTask.Hello));

        Assert.Equal((WorkerProtocol.Version, Environment.ProcessorCount, 11.0), (hello.Protocol, hello.ProcessorCount, hello.OperationsPerWrite));
        Assert.Contains(new WorkerState("LosesEverything", IsLimit: false, Family: "Dictionary"), hello.States);
        Assert.Contains(hello.States, state => state is { Name: "Empty", IsLimit: true });
        Assert.DoesNotContain(hello.States, state => state.Name == "Lock");
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("delay", 3)]
    [InlineData("counters", 1)]
    [InlineData("section", -3)]
    [InlineData("section", 3)]
    public void Serve_Slice_DrivesTheStateWithItsPlant(string? plant, int amount)
    {
        var slice = Ask<SliceReply>(new WorkerRequest(WorkerTask.Slice, "LosesEverything", plant, amount));

        Assert.Null(slice.Error);
        Assert.True(LaunchNote.Read(slice.Note)!.Of(Metric.Time)[0] > 0);
    }

    [Fact]
    public void Serve_Pilot_PlansSlices()
    {
        var pilot = Ask<PilotReply>(new WorkerRequest(WorkerTask.Pilot, "LosesEverything", WindowMilliseconds: 5, RunMicroseconds: 20));
        var slice = Ask<SliceReply>(new WorkerRequest(WorkerTask.Slice, "LosesEverything", Plan: pilot.Plan));

        Assert.True(pilot.Operations > 0 && pilot.RunLength > 0 && pilot.NanosecondsPerOperation > 0 && pilot.Plan.Length > 0);
        Assert.Null(slice.Error);
    }

    /// <summary>Under a load too a state is driven with what is planted into it, or not at all.</summary>
    [Fact]
    public void Serve_LoopWithAPlantThatThereIsNot_SaysWhy() => Assert.Equal(
        "ArgumentException: Nothing named tree can be planted.",
        Ask<LatencyReply>(new WorkerRequest(WorkerTask.Latency, "LosesEverything", "tree", Plan: LatencyWork.Text(LatencyProtocol.RehearsedOpen))).Error);

    [Fact]
    public void Serve_CheckOfAWrongState_NamesTheViolation()
    {
        var check = Ask<CheckReply>(new WorkerRequest(WorkerTask.Check, "LosesEverything"));

        Assert.InRange(check.Operations, 100_000, int.MaxValue);
        Assert.Contains("a read returned 0, as if nothing had been written", check.Violation, StringComparison.Ordinal);
    }

    public static TheoryData<string> Creations => [.. KeyCreations.All.Select(creation => creation.Name)];

    [Theory]
    [MemberData(nameof(Creations))]
    public void Serve_Create_CountsTheRuns(string name)
    {
        var counted = Ask<CreateReply>(new WorkerRequest(WorkerTask.Create, name, Iterations: 2));

        Assert.Null(counted.Error);
        Assert.Equal(2, counted.RunsPerKey!.Count);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}{}")]
    [InlineData("{\"do\":\"fly\"}")]
    [InlineData("{\"do\":\"slice\",\"amount\":1e99}")]
    [InlineData("{\"do\":\"hello\",\"more\":1}")]
    public void Serve_RequestThatIsNone_IsAnsweredWithAnError(string line) =>
        Assert.Equal("The request is no JSON object that I know.", WorkerFormat.Read<WorkerReply>(Serve(line)).Error);

    [Theory]
    [InlineData("Lock", null, "ArgumentException: There is no state Lock.")]
    [InlineData("LosesEverything", "tree", "ArgumentException: Nothing named tree can be planted.")]
    public void Serve_RequestThatCannotBeServed_SaysWhy(string state, string? plant, string error) =>
        Assert.Equal(error, Ask<SliceReply>(new WorkerRequest(WorkerTask.Slice, state, plant)).Error);

    [Fact]
    public void Serve_ManyRequests_AnswersEachOnALine() =>
        Assert.Equal(2, Serve("{\"do\":\"hello\"}\n{\"do\":\"hello\"}").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

    private static T Ask<T>(WorkerRequest request)
        where T : WorkerReply => WorkerFormat.Read<T>(Serve(WorkerFormat.Write(request)));

    private static string Serve(string requests)
    {
        var answers = new StringWriter { NewLine = "\n" };
        new WorkerMode(States).Serve(new StringReader(requests), answers);
        return answers.ToString().TrimEnd('\n');
    }
}
