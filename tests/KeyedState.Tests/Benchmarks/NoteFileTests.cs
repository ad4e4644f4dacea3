using KeyedState.Benchmarks.Launches;
using KeyedState.Results;

namespace KeyedState.Tests.Benchmarks;

public sealed class NoteFileTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        NoteFile.Write(path, LaunchNote.Blank with { Error = "Exception: bööm" });

        Assert.Equal("Exception: bööm", NoteFile.Read(path)?.Error);
    }

    [Fact]
    public void Read_NoFileOrAnEmptyOne_IsNone()
    {
        Assert.Null(NoteFile.Read(path));
        Assert.Null(NoteFile.Read(path + ".absent"));
    }
}
