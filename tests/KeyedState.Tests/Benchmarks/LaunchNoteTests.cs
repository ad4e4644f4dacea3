using KeyedState.Benchmarks.Launches;

namespace KeyedState.Tests.Benchmarks;

public sealed class LaunchNoteTests : IDisposable
{
    private static readonly LaunchNote Whole = new()
    {
        WarmupSeconds = 0.125,
        CompilerQuiet = true,
        ProcessorCount = 2,
        ThreadMasks = ["0", "0-1"],
        PeakPoolThreads = 3,
        Invocations = [new(1000.5, 2000.5, new(long.MaxValue, 1, 2, 3, 4, 5)), new(1, 2, new(0, 0, 0, 0, 0, 0))],
    };

    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        Whole.Write(path);

        Assert.Equivalent(Whole, LaunchNote.Read(path), strict: true);
    }

    [Fact]
    public void Read_NoteOfAFailedLaunch_HasItsError()
    {
        new LaunchNote { Error = "Exception: bööm" }.Write(path);

        Assert.Equal("Exception: bööm", LaunchNote.Read(path)?.Error);
    }

    [Fact]
    public void Read_CutShortAnywhere_IsNone()
    {
        Whole.Write(path);
        var bytes = File.ReadAllBytes(path);

        Assert.All(Enumerable.Range(0, bytes.Length), length =>
        {
            File.WriteAllBytes(path, bytes[..length]);
            Assert.Null(LaunchNote.Read(path));
        });
    }

    [Fact]
    public void Read_NoFile_IsNone() => Assert.Null(LaunchNote.Read(path + ".absent"));
}
