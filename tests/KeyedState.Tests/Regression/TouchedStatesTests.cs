using KeyedState.Benchmarks.Gate;

namespace KeyedState.Tests.Regression;

public sealed class TouchedStatesTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("touched-states-").FullName;

    public TouchedStatesTests()
    {
        foreach (var side in (string[])["base", "head"])
        {
            Write(side, "src/LockState.cs", "class LockState { }");
            Write(side, "src/PumpState.cs", "class PumpState { Turn turn; }");
            Write(side, "src/Turn.cs", "class Turn { }");
            Write(side, "src/Turned.cs", "class Turned { }");
        }
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Of_SameSources_AreNone() => Assert.Empty(Touched());

    [Theory]
    [InlineData("src/LockState.cs", "Lock")]
    [InlineData("src/Turn.cs", "Pump")]
    [InlineData("src/NewState.cs", "New")]
    [InlineData("src/Turned.cs")]
    [InlineData("src/obj/LockState.cs")]
    public void Of_FileThatDiffers_AreTheStatesThatItIsOfOrThatNameIt(string file, params string[] touched)
    {
        Write("head", file, $"class {Path.GetFileNameWithoutExtension(file)} {{ int more; }}");

        Assert.Equal(touched, Touched());
    }

    [Fact]
    public void Of_FileThatIsGone_AreTheStatesThatNameIt()
    {
        File.Delete(Path.Combine(root, "head", "src", "Turn.cs"));

        Assert.Equal(["Pump"], Touched());
    }

    /// <summary>A published program has no sources: nothing is known of what a change touches.</summary>
    [Fact]
    public void Of_FolderWithoutSources_AreNone() =>
        Assert.Empty(TouchedStates.Of(Directory.CreateDirectory(Path.Combine(root, "program")).FullName, Path.Combine(root, "head")));

    private IReadOnlySet<string> Touched() => TouchedStates.Of(Path.Combine(root, "base"), Path.Combine(root, "head"));

    private void Write(string side, string file, string text)
    {
        var path = Path.Combine(root, side, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
