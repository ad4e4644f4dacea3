using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Sources;

namespace KeyedState.Tests.Sources;

/// <summary>What changes of this repository's own files touch.</summary>
public sealed class TouchedStatesOfThisRepositoryTests : IDisposable
{
    private static readonly string[] Folders = ["src/KeyedState", "src/KeyedState.Frameworks"];

    private readonly string root = Directory.CreateTempSubdirectory("touched-states-").FullName;

    public TouchedStatesOfThisRepositoryTests()
    {
        var repository = RepositoryRoot.Find();
        foreach (var folder in Folders)
        {
            var sources = new SourceFolder(Path.Combine(repository, folder)).Files.Keys
                .Concat(Directory.GetFiles(Path.Combine(repository, folder), "*.csproj").Select(project => Path.GetFileName(project)));
            foreach (var (file, side) in from file in sources from side in (string[])["base", "head"] select (file, side))
            {
                var path = Path.Combine(root, side, folder, file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.Copy(Path.Combine(repository, folder, file), path);
            }
        }
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData("KeyedState/Locks/LockState.cs", "Lock")]
    [InlineData("KeyedState/Locks/StripedLockState.cs", "StripedLock")]
    [InlineData("KeyedState/Owners/PumpTrials.cs", "PumpOwner")]
    [InlineData("KeyedState/Owners/LeaseOwnerState.cs", "LeaseOwner")]
    [InlineData("KeyedState/Owners/BlockedCallerWatcher.cs", "LeaseOwner", "PumpOwner")]
    [InlineData("KeyedState/Optimistic/ProbedTable.cs", "LockedProbedTable", "SequenceLock", "UnsynchronisedProbedTable")]
    [InlineData("KeyedState/Actors/KeyMailbox.cs", "MailboxPerKey")]

    // All grains have an interface of Orleans in common, by which one could call another.
    [InlineData("KeyedState.Frameworks/Orleans/KeyedStateGrain.cs", "OrleansGrain", "OrleansGrainPerKey", "OrleansTransaction")]
    [InlineData("KeyedState/IKeyedState.cs")]
    [InlineData("KeyedState/Catalogue/StateFamily.cs")]
    [InlineData("KeyedState/Catalogue/StateCatalogue.cs")]
    [InlineData("KeyedState/Catalogue/StateEntry.cs")]
    public void Of_FileThatDiffers_AreTheStatesThatRunIt(string file, params string[] touched)
    {
        File.AppendAllText(Path.Combine(root, "head", "src", file), "#nullable disable\n");

        Assert.Equal(touched, TouchedStates.Of(Path.Combine(root, "base"), Path.Combine(root, "head")).Order(StringComparer.Ordinal));
    }
}
