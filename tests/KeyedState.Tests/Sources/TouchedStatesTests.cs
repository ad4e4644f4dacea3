using KeyedState.Benchmarks.Sources;

namespace KeyedState.Tests.Sources;

public sealed class TouchedStatesTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("touched-states-").FullName;

    public TouchedStatesTests()
    {
        WriteBoth("src/IOwned.cs", "interface IOwned { void Own(); }");
        WriteBoth("src/Kind.cs", "enum Kind : byte { One, Two }");
        WriteBoth("src/StateAttribute.cs", "class StateAttribute : Attribute { public Kind Kind; }");
        WriteBoth("src/LockState.cs", "[State(Kind = Kind.One)] class LockState : IOwned { void Own() => map.ReadOrZero(1); }");
        WriteBoth("src/PumpState.cs", "/// <summary>Unlike <see cref=\"LockState\"/>.</summary>\n[State(Kind = Kind.Two)] class PumpState : IOwned { Turn turn; void Own() { } }");
        WriteBoth("src/LeaseState.cs", "[State(Kind = Kind.Two)] class LeaseState : IOwned { Watcher watcher; void Own() { } }");
        WriteBoth("src/Turn.cs", "class Turn { Trials trials; Watcher watcher; }");
        WriteBoth("src/Trials.cs", "class Trials { Count count; }");
        WriteBoth("src/Count.cs", "struct Count { Turn turn; }");
        WriteBoth("src/Watcher.cs", "class Watcher { IOwned owner; }");
        WriteBoth("src/Turned.cs", "class Turned { }");
        WriteBoth("src/Keys.cs", "static class Keys { public static int ReadOrZero(this int[] map, int key) => map[key]; }");
        WriteBoth("src/GrainState.cs", "[State] class GrainState : IOwned { IGrain grain; void Own() { } }");
        WriteBoth("src/IGrain.cs", "interface IGrain { void Ask(); }");
        WriteBoth("src/Grain.cs", "class Grain : IGrain { void Ask() { } }");
        WriteBoth("src/Catalogue.cs", "class Catalogue { LockState a; PumpState b; LeaseState c; GrainState d; }");
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Of_SameSources_AreNone() => Assert.Empty(Touched());

    [Theory]
    [InlineData("src/LockState.cs", "[State] class LockState { int more; }", "Lock")]
    [InlineData("src/NewState.cs", "[State] class NewState { }", "New")]
    [InlineData("src/Turned.cs", "class Turned { int more; }")]
    [InlineData("src/obj/LockState.cs", "[State] class LockState { }")]
    [InlineData("src/Keys.cs", "static class Keys { public static int ReadOrZero(this int[] map, int key) => 0; }", "Lock")]
    public void Of_FileThatDiffers_AreTheStatesThatItIsOfOrThatNameIt(string file, string text, params string[] touched)
    {
        Write("head", file, text);

        Assert.Equal(touched, Touched());
    }

    /// <summary>Turn, Trials and Count name each other in a circle; Watcher is named by a state and by Turn.</summary>
    [Theory]
    [InlineData("src/Turn.cs", "class Turn { Trials trials; Watcher watcher; int more; }", "Pump")]
    [InlineData("src/Trials.cs", "class Trials { Count count; int more; }", "Pump")]
    [InlineData("src/Count.cs", "struct Count { Turn turn; int more; }", "Pump")]
    [InlineData("src/Watcher.cs", "class Watcher { IOwned owner; int more; }", "Lease", "Pump")]
    public void Of_FileThatStatesNameThroughOthers_AreThose(string file, string text, params string[] touched)
    {
        Write("head", file, text);

        Assert.Equal(touched, Touched());
    }

    /// <summary>A state implements what Watcher names, and is named by the catalogue: neither leads to the other states.</summary>
    [Theory]
    [InlineData("src/LeaseState.cs", "[State] class LeaseState : IOwned { Watcher watcher; void Own() => Own(); }", "Lease")]
    [InlineData("src/Kind.cs", "enum Kind { One, Two, Three }")]
    [InlineData("src/StateAttribute.cs", "class StateAttribute : Attribute { public Kind Kind; int more; }")]
    [InlineData("src/Catalogue.cs", "class Catalogue { LockState a; PumpState b; LeaseState c; }")]
    [InlineData("src/IOwned.cs", "interface IOwned { void Own(); int More(); }")]
    [InlineData("src/IOwned.cs", "interface IOwned { void Own() => More(); int More(); }", "Grain", "Lease", "Lock", "Pump")]
    public void Of_FileOfTheContract_AreThoseOnlyThatRunIt(string file, string text, params string[] touched)
    {
        Write("head", file, text);

        Assert.Equal(touched, Touched());
    }

    /// <summary>An engine reads them, and may call what implements the interface in another way.</summary>
    [Fact]
    public void Of_InterfaceWithOtherAttributes_AreTheStatesThatCallIt()
    {
        Write("head", "src/IGrain.cs", "interface IGrain { [AlwaysInterleave] void Ask(); }");

        Assert.Equal(["Grain"], Touched());
    }

    /// <summary>A member of an extension block is used by its own name alone, as an extension method is.</summary>
    [Theory]
    [InlineData("int ReadOrZero(int key) => 0;", "int ReadOrZero(int key) => 1;")]
    [InlineData("int ReadOrZero => 0;", "int ReadOrZero => 1;")]
    public void Of_ExtensionBlock_AreTheStatesThatUseItsMembers(string before, string after)
    {
        Write("base", "src/Keys.cs", $"static class Keys {{ extension(int[] map) {{ public {before} }} }}");
        Write("head", "src/Keys.cs", $"static class Keys {{ extension(int[] map) {{ public {after} }} }}");

        Assert.Equal(["Lock"], Touched());
    }

    /// <summary>No other file of the project names them, and each may be compiled to something else; those of another project are not.</summary>
    [Theory]
    [InlineData("global using Map = System.Collections.Concurrent.ConcurrentDictionary<int, int>;")]
    [InlineData("[module: System.Runtime.CompilerServices.SkipLocalsInit]")]
    public void Of_FileThatSaysSomethingOfItsProject_AreAllOfTheProject(string text)
    {
        WriteBoth("src/States.csproj", "<Project />");
        WriteBoth("other/Other.csproj", "<Project><ItemGroup><ProjectReference Include=\"../src/States.csproj\" /></ItemGroup></Project>");
        WriteBoth("other/AloneState.cs", "[State] class AloneState : IOwned { void Own() { } }");
        Write("head", "src/Project.cs", text);

        Assert.Equal(["Grain", "Lease", "Lock", "Pump"], Touched());
    }

    [Fact]
    public void Of_TypeBehindAnInterface_AreTheStatesThatCallTheInterface()
    {
        Write("head", "src/Grain.cs", "class Grain : IGrain { void Ask() => Ask(); }");

        Assert.Equal(["Grain"], Touched());
    }

    [Fact]
    public void Of_FileThatIsGone_AreTheStatesThatNameIt()
    {
        File.Delete(Path.Combine(root, "head", "src", "Trials.cs"));

        Assert.Equal(["Pump"], Touched());
    }

    [Theory]
    [InlineData("src/Keys.cs", "/// <summary>Adds.</summary>\nstatic class Keys\n{\n    public static int ReadOrZero(this int[] map, int key) => map[key]; // or zero\n}\n")]
    [InlineData("src/PumpState.cs", "[State(Kind = Kind.Two)] class PumpState : IOwned { Turn turn; void Own() { } }")]
    public void Of_FileWithOtherComments_AreNone(string file, string text)
    {
        Write("head", file, text);

        Assert.Empty(Touched());
    }

    [Fact]
    public void Of_FilesThatMovedWithinTheirProject_AreNone()
    {
        Move("src/Trials.cs", "src/Trials/Trials.cs");
        Move("src/LeaseState.cs", "src/Leases/LeaseState.cs");

        Assert.Empty(Touched());
    }

    [Fact]
    public void Of_FileThatMovedAndDiffers_AreTheStatesThatNameIt()
    {
        Move("src/Trials.cs", "src/Trials/Trials.cs");
        Write("head", "src/Trials/Trials.cs", "class Trials { Count count; int more; }");

        Assert.Equal(["Pump"], Touched());
    }

    /// <summary>A file that stays and has a copy elsewhere is new there.</summary>
    [Fact]
    public void Of_FileThatWasCopied_AreTheStatesThatNameIt()
    {
        Write("head", "src/Trials/Trials.cs", File.ReadAllText(Path.Combine(root, "head", "src", "Trials.cs")));

        Assert.Equal(["Pump"], Touched());
    }

    [Fact]
    public void Of_FileThatMovedToAnotherProject_AreTheStatesThatNameIt()
    {
        WriteBoth("src/States.csproj", "<Project><ItemGroup><ProjectReference Include=\"..\\other\\Other.csproj\" /></ItemGroup></Project>");
        WriteBoth("other/Other.csproj", "<Project />");
        Move("src/Trials.cs", "other/Trials.cs");

        Assert.Equal(["Pump"], Touched());
    }

    /// <summary>A project that the states' own does not refer to may have types of the same names.</summary>
    [Theory]
    [InlineData("<Project />")]
    [InlineData("<Project><ItemGroup><ProjectReference Include=\"..\\other\\Other.csproj\" /></ItemGroup></Project>", "Pump")]
    public void Of_TypeOfAnotherProject_AreTheStatesThatSeeIt(string project, params string[] touched)
    {
        WriteBoth("src/States.csproj", project);
        WriteBoth("other/Other.csproj", "<Project />");
        Write("head", "other/Trials.cs", "class Trials { int more; }");

        Assert.Equal(touched, Touched());
    }

    /// <summary>A published program has no sources: nothing is known of what a change touches.</summary>
    [Fact]
    public void Of_FolderWithoutSources_AreNone() =>
        Assert.Empty(TouchedStates.Of(Directory.CreateDirectory(Path.Combine(root, "program")).FullName, Path.Combine(root, "head")));

    private IEnumerable<string> Touched() => TouchedStates.Of(Path.Combine(root, "base"), Path.Combine(root, "head")).Order(StringComparer.Ordinal);

    private void Move(string from, string to)
    {
        Write("head", to, File.ReadAllText(Path.Combine(root, "head", from)));
        File.Delete(Path.Combine(root, "head", from));
    }

    private void WriteBoth(string file, string text)
    {
        Write("base", file, text);
        Write("head", file, text);
    }

    private void Write(string side, string file, string text)
    {
        var path = Path.Combine(root, side, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
