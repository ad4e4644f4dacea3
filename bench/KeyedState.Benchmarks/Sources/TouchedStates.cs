namespace KeyedState.Benchmarks.Sources;

/// <summary>The states that a change touches, by the source files that differ between two folders.</summary>
/// <remarks>
/// <para>
/// A file is touched when it differs in what can change what runs (<see cref="SourceCode"/>), or when it names a type or an extension method
/// of a touched file. It also is when it names an interface that a touched file implements, since whoever calls an interface may run what
/// implements it. A file that only moved to another folder of its project does not differ. One that says something of its whole project
/// touches all its files.
/// </para>
/// <para>
/// Some of what nearly every state names must not make every change touch every state. So three things are not followed. What
/// stands in a state's own <see cref="StateAttribute"/> says something about the state and does not run in it. An interface
/// without any code is no change to a state by itself, since whatever implements it has to change too. And an interface that states implement, such as
/// <see cref="IKeyedState"/>, leads from no state to another. A catalogue may name every state: following goes from what is named to
/// what names it, and no state names a catalogue.
/// </para>
/// <para>Names are looked up in the file's own project and in those that it refers to, in the projects of the head.</para>
/// </remarks>
internal static class TouchedStates
{
    /// <summary>Compares two folders of sources.</summary>
    /// <param name="base">The base's.</param>
    /// <param name="head">The head's.</param>
    /// <returns>The names of the head's states that are touched; none where a folder has no sources.</returns>
    public static IReadOnlySet<string> Of(string @base, string head)
    {
        var (before, after) = (new SourceFolder(@base), new SourceFolder(head));
        var changed = ChangedFiles(before, after);
        if (before.Files.Count == 0 || changed.Length == 0)
        {
            return new HashSet<string>();
        }

        var files = after.Files.ToDictionary(file => file.Key, file => SourceFile.Read(file.Value));
        var contracts = files.Values.SelectMany(file => file.StateBases).ToHashSet();
        var versions = changed.ToDictionary(
            path => path,
            path => new[] { before.Files.TryGetValue(path, out var old) ? SourceFile.Read(old) : null, files.GetValueOrDefault(path) }.OfType<SourceFile>().ToArray());
        string[] ofProjects = [.. changed.Where(path => versions[path].Any(version => version.IsOfWholeProject))];
        var open = new Queue<(string Path, IEnumerable<string> Names)>(
        [
            .. from path in changed
               where versions[path].Any(version => version.HasCode)
               select (path, versions[path].SelectMany(version => Leading(version)).Distinct()),
            .. from file in files
               where file.Value.HasCode && !versions.ContainsKey(file.Key) && ofProjects.Any(path => after.AreOfOneProject(path, file.Key))
               select (file.Key, Leading(file.Value)),
        ]);
        var touched = open.Select(file => file.Path).ToHashSet();
        while (open.TryDequeue(out var next))
        {
            var names = next.Names.ToHashSet();
            foreach (var (path, file) in files)
            {
                if (!touched.Contains(path) && file.Names.Overlaps(names) && after.Sees(path, next.Path))
                {
                    touched.Add(path);
                    open.Enqueue((path, Leading(file)));
                }
            }
        }

        return touched.Where(files.ContainsKey).SelectMany(path => files[path].States).ToHashSet();

        IEnumerable<string> Leading(SourceFile file) => file.Declared.Concat(file.Interfaces.Except(contracts));
    }

    private static string[] ChangedFiles(SourceFolder before, SourceFolder after)
    {
        var gone = before.Files.Keys.Except(after.Files.Keys).ToHashSet();
        var added = after.Files.Keys.Except(before.Files.Keys).ToHashSet();
        foreach (var path in added.ToArray())
        {
            // A move is followed where both folders agree on the project, since its settings decide how a file is compiled.
            var from = gone.FirstOrDefault(old => before.AreOfOneProject(old, path) && after.AreOfOneProject(old, path) && SourceCode.IsSame(before.Files[old], after.Files[path]));
            if (from is not null)
            {
                gone.Remove(from);
                added.Remove(path);
            }
        }

        return [.. gone, .. added, .. after.Files.Keys.Where(path => before.Files.TryGetValue(path, out var old) && !SourceCode.IsSame(old, after.Files[path]))];
    }
}
