using System.Reflection;

namespace KeyedState;

/// <summary>Every implementation that a set of assemblies declares, found by <see cref="StateAttribute"/>.</summary>
public sealed class StateCatalogue
{
    private StateCatalogue(IReadOnlyList<StateEntry> entries) => Entries = entries;

    /// <summary>The catalogue of <paramref name="assemblies"/> with the limits of this assembly, against which every design is held.</summary>
    /// <param name="assemblies">Where the designs are.</param>
    /// <exception cref="InvalidOperationException">A class breaks a rule of the catalogue, or two share a name.</exception>
    public static StateCatalogue WithLimits(params IEnumerable<Assembly> assemblies) => Of(
        [typeof(StateCatalogue).Assembly, .. assemblies], (assembly, entry) => entry.IsLimit || assembly != typeof(StateCatalogue).Assembly);

    /// <summary>The entries by family, then by name.</summary>
    public IReadOnlyList<StateEntry> Entries { get; }

    /// <summary>Reads the catalogue of <paramref name="assemblies"/>.</summary>
    /// <exception cref="InvalidOperationException">A class breaks a rule of the catalogue, or two share a name.</exception>
    public static StateCatalogue Of(params IEnumerable<Assembly> assemblies) => Of(assemblies, (_, _) => true);

    private static StateCatalogue Of(IEnumerable<Assembly> assemblies, Func<Assembly, StateEntry, bool> isWanted)
    {
        var entries = assemblies.Distinct()
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type.IsDefined(typeof(StateAttribute), inherit: false))
            .Select(StateEntry.Of)
            .Where(entry => isWanted(entry.Type.Assembly, entry))
            .OrderBy(entry => entry.Declared.Family)
            .ThenBy(entry => entry.Name, StringComparer.Ordinal)
            .ToArray();
        var twice = entries.GroupBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? new StateCatalogue(entries)
            : throw new InvalidOperationException($"Two states are named {twice.Key}: {string.Join(" and ", twice.Select(entry => entry.Type.FullName).Order(StringComparer.Ordinal))}. Rename one of the classes.");
    }

    /// <summary>Finds a state by its name, whatever the letters' case; null where there is none.</summary>
    public StateEntry? Find(string name) =>
        Entries.FirstOrDefault(entry => string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase));
}
