using KeyedState.Results;

namespace KeyedState.Benchmarks.Pages;

/// <summary>What the states of a catalogue are, and where their sources lie.</summary>
internal static class StateDescriptions
{
    private const string Sources = "src";

    /// <summary>Describes the states.</summary>
    /// <param name="catalogue">The states.</param>
    /// <param name="repository">The root of the repository.</param>
    /// <returns>The descriptions by the states' names.</returns>
    public static IReadOnlyDictionary<string, StateDescription> Of(StateCatalogue catalogue, string repository)
    {
        var folder = Path.Combine(repository, Sources);
        var files = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*State.cs", SearchOption.AllDirectories).ToLookup(Path.GetFileNameWithoutExtension, path => Path.GetRelativePath(repository, path).Replace('\\', '/'))
            : Enumerable.Empty<string>().ToLookup(path => (string?)path);
        return catalogue.Entries.ToDictionary(entry => entry.Name, entry => new StateDescription(
            entry.Declared.HowItWorks, entry.Declared.DotNetType, entry.Declared.Package, files[entry.Type.Name].FirstOrDefault()));
    }
}
