using System.Text;
using System.Text.Json;
using KeyedState.Regression;
using KeyedState.Results;
using KeyedState.Tests.Regression;
using KeyedState.Tests.Results.Latency;

namespace KeyedState.Tests.Fuzz;

/// <summary>A worker's answer is input: whatever a line holds, it is an answer that can be, or it is refused; nothing else.</summary>
public sealed class WorkerReplyFuzzTests
{
    private const int Variants = 10_000;

    private static readonly string[] Pieces =
    [
        "7", "12", "340", "1.25", "\"text\"", "null", "-1", "1e999", "-1e999", "\"NaN\"", "1.5", "true", "[]", "{}", "[[[[[[[[[[[[1]]]]]]]]]]]]", "\"\\ud800\"", "\"\\u001b[31m\"",
        "\"\u202e<script>|`../../x`\"", "\"\\u0000\"", "99999999999999999999", "\"\"", "\\", "\"", "{", "}", ",", ":",
    ];

    private static readonly string[] Answers =
    [
        "{\"protocol\":1,\"processorCount\":1,\"nanosecondsPerTurn\":0.5,\"operationsPerWrite\":11,\"states\":[{\"name\":\"Lock\",\"isLimit\":true}]}",
        WorkerFormat.Write(new SliceReply { Note = Notes.Slice(1234.5, 88).ToBytes() }),
        WorkerFormat.Write(new PilotReply { Plan = "P", Operations = 1000, RunLength = 64, NanosecondsPerOperation = 3.5, Note = Notes.Slice(1234.5, 88).ToBytes() }),
        "{\"operations\":110000,\"violation\":\"key 1 read 0\"}",
        "{\"error\":\"It broke.\"}",
    ];

    private static readonly string[] Loops =
    [
        WorkerFormat.Write(new LatencyReply { Closed = LatencySamples.Run().Launches[0].Closed }),
        WorkerFormat.Write(new LatencyReply { Open = LatencySamples.Run().Launches[0].Open[0] }),
        WorkerFormat.Write(new LatencyReply { Capacity = 1_234_567.5 }),
        WorkerFormat.Write(new LatencyReply { Paced = new(44_000, 0.4, 0.1) }),
    ];

    [Fact]
    public void ReadReply_AnyDamageToALoop_IsALoopThatCanBeOrIsRefused()
    {
        var random = new Random(3);
        var whole = Enumerable.Range(0, Variants / 4).Sum(_ => Read<LatencyReply>(Damage(Loops[random.Next(Loops.Length)], random), Check));

        Assert.InRange(whole, 1, Variants / 8);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ReadReply_AnyDamage_IsAReplyThatCanBeOrIsRefused(int seed)
    {
        var random = new Random(seed);
        var whole = 0;
        for (var variant = 0; variant < Variants / 2; variant++)
        {
            var line = Damage(Answers[random.Next(Answers.Length)], random);
            whole += Read<HelloReply>(line, Check) + Read<SliceReply>(line, Check) + Read<PilotReply>(line, Check) + Read<CheckReply>(line, _ => { });
            Assert.False(WorkerFormat.VersionIn(line) is not null && !line.Contains("\"protocol\"", StringComparison.Ordinal), line);
        }

        // Damage that is always noticed would test the parser alone.
        Assert.InRange(whole, Variants / 100, Variants);
    }

    private static void Check(HelloReply hello)
    {
        Assert.True(hello.Protocol > 0 && hello.ProcessorCount > 0 && double.IsFinite(hello.NanosecondsPerTurn) && hello.OperationsPerWrite >= 1);
        Assert.All(hello.States, state => Assert.DoesNotContain(state.Name, char.IsControl));
    }

    private static void Check(SliceReply slice)
    {
        var note = LaunchNote.Read(slice.Note)!;
        Assert.True(double.IsFinite(note.Of(Metric.Time)[0]) && note.Of(Metric.Time)[0] > 0 && note.Of(Metric.Allocated)[0] >= 0);
    }

    private static void Check(PilotReply pilot) => Assert.True(
        pilot is { Operations: > 0, RunLength: > 0, NanosecondsPerOperation: > 0, Plan.Length: > 0 } && double.IsFinite(pilot.NanosecondsPerOperation) && LaunchNote.Read(pilot.Note)!.Problem() is null);

    private static void Check(LatencyReply reply)
    {
        var open = reply.Open?.Response?.Append(reply.Open.Service!) ?? [];
        Assert.All(open.Concat(reply.Closed?.Roles.Select(role => role.Times) ?? []), text => Assert.NotNull(HistogramText.Read(text)));
        Assert.True(reply.Closed is not null || reply.Open is not null || reply.Capacity > 0 || (reply.Paced is { Seconds: > 0, CpuSeconds: >= 0 } paced && double.IsFinite(paced.Rate) && double.IsFinite(paced.Cpu)));
    }

    private static int Read<T>(string line, Action<T> check)
        where T : WorkerReply
    {
        try
        {
            var answer = WorkerFormat.ReadReply<T>(line, out var problem);
            if (problem is not null || answer.Error is not null)
            {
                return 0;
            }

            check(answer);
            return 1;
        }
        catch (JsonException)
        {
            return 0;
        }
    }

    private static string Damage(string answer, Random random)
    {
        var line = new StringBuilder(answer);
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(line.Length);
            switch (random.Next(5))
            {
                case 0:
                    line[at] = (char)random.Next(0x20, 0x100);
                    break;
                case 1:
                    line.Length = Math.Max(1, at);
                    break;
                case 2:
                    line.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 3:
                    line.Insert(at, line.ToString());
                    break;
                default:
                    // A value in place of another, which leaves the object whole.
                    var value = answer.IndexOf(':', StringComparison.Ordinal) + 1;
                    var end = answer.IndexOfAny([',', '}'], value);
                    line.Clear().Append(answer[..value]).Append(Pieces[random.Next(Pieces.Length)]).Append(answer[end..]);
                    break;
            }
        }

        return line.ToString();
    }
}
