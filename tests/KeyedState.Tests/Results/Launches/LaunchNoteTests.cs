using KeyedState.Results;

namespace KeyedState.Tests.Results.Launches;

public sealed class LaunchNoteTests
{
    private static readonly LaunchNote Whole = LaunchNote.Blank with
    {
        WarmupSeconds = 0.125,
        CompilerQuiet = true,
        ProcessorCount = 2,
        ThreadMasks = ["0", "0-1"],
        PeakPoolThreads = 3,
        Observations =
        [
            new(Metric.Time.Name, [2000.5, 2001]),
            new(Metric.EndOf("readers").Name, [1000.5, 2001]),
            new(Metric.Allocated.Name, [long.MaxValue / 100, 0]),
            new(Metric.Paused.Name, [0, 17]),
        ],
    };

    public static TheoryData<string, LaunchNote> Impossible => new()
    {
        { "a process that is not possible", Whole with { ProcessorCount = 0 } },
        { "a process that is not possible", Whole with { PeakPoolThreads = -1 } },
        { "a process that is not possible", Whole with { WarmupSeconds = -0.5 } },
        { "no iterations, or unequal numbers of values", Whole with { Observations = [] } },
        { "no iterations, or unequal numbers of values", Whole with { Observations = [new("time", [])] } },
        { "no iterations, or unequal numbers of values", Whole with { Observations = [new("allocated", [1])] } },
        { "no iterations, or unequal numbers of values", With(new("gen0", [1])) },
        { "two observations of one metric", With(new("time", [1, 1])) },
        { "an unknown metric", With(new("happiness", [1, 1])) },
        { "an unknown metric", With(new("end of ", [1, 1])) },
        { "an unknown metric", With(new("cost", [1, 1])) },
        { "a value that is negative or not possible", With(new("gen0", [1, -1])) },
        { "a value that is negative or not possible", With(new("gen0", [1, 1e30])) },
        { "a time that is not positive or not possible", With(new("end of writers", [0, 1])) },
        { "a time that is not positive or not possible", Whole with { Observations = [new("time", [1e30])] } },
        { "a role that ended after its iteration", With(new("end of writers", [2000, 2001.5])) },
    };

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        Assert.Equivalent(Whole, LaunchNote.Read(Whole.ToBytes()), strict: true);
        Assert.Null(Whole.Problem());
    }

    [Fact]
    public void Read_NoteOfAFailedProcess_HasItsError() =>
        Assert.Equal("Exception: bööm", LaunchNote.Read((LaunchNote.Blank with { Error = "Exception: bööm" }).ToBytes())?.Error);

    [Fact]
    public void Read_CutShortAnywhereOrTooLong_IsNone()
    {
        var bytes = Whole.ToBytes();

        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Null(LaunchNote.Read(bytes[..length])));
        Assert.Null(LaunchNote.Read([.. bytes, 0]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Read_AnyDamage_IsNoneOrANoteOfFiniteNumbers(int seed)
    {
        var random = new Random(seed);
        var whole = Whole.ToBytes();
        var read = 0;
        for (var variant = 0; variant < 20_000; variant++)
        {
            if (LaunchNote.Read(Damaged(whole, random)) is { } note)
            {
                read++;
                _ = note.Problem();
                Assert.True(double.IsFinite(note.WarmupSeconds));
                Assert.All(note.Observations.SelectMany(one => one.Values), value => Assert.True(double.IsFinite(value)));
                Assert.NotNull(LaunchNote.Read(note.ToBytes()));
            }
        }

        // Damage that is always noticed would test the first byte alone.
        Assert.InRange(read, 200, 19_000);
    }

    /// <summary>A count of two thousand millions in a note of some bytes must not become a list of that size.</summary>
    [Fact]
    public void Read_CountFarBeyondTheBytes_AllocatesLittle()
    {
        var bytes = Whole.ToBytes();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var at = 0; at + 4 <= bytes.Length; at++)
        {
            byte[] damaged = [.. bytes[..at], 0xFF, 0xFF, 0xFF, 0x7F, .. bytes[(at + 4)..]];
            LaunchNote.Read(damaged);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000L * bytes.Length);
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Problem_WhatCannotBe_IsSaid(string problem, LaunchNote note) => Assert.Equal(problem, note.Problem());

    [Fact]
    public void Cut_SomeIterations_KeepsTheValuesOfEveryMetric()
    {
        var cut = Whole.Cut(1, 1);

        Assert.Equal(1, cut.Iterations);
        Assert.Equal([2001.0], cut.Of(Metric.Time));
        Assert.Equal([17.0], cut.Of(Metric.Paused));
        Assert.Empty(cut.Of(Metric.Gen0));
    }

    private static LaunchNote With(Observation observation) => Whole with { Observations = [.. Whole.Observations, observation] };

    private static byte[] Damaged(byte[] whole, Random random)
    {
        var bytes = whole.ToArray();
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return random.Next(4) switch
        {
            0 => bytes[..random.Next(bytes.Length + 1)],
            1 => [.. bytes[..random.Next(bytes.Length)], .. bytes[random.Next(bytes.Length)..]],
            _ => bytes,
        };
    }
}
