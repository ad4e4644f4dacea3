using KeyedState.Benchmarks.Workers;
using KeyedState.Harness;
using KeyedState.Regression;
using KeyedState.Reports;
using KeyedState.Results;
using KeyedState.Verification;

namespace KeyedState.Benchmarks.Gate;

/// <summary>
/// The base's states in the head's program. Both builds are then driven by one harness, and what differs between them is the
/// states, whatever else a change edits.
/// </summary>
internal static class SharedHarness
{
    private static readonly HashSet<string> Harness =
    [
        .. new[] { typeof(WorkerMode), typeof(StateLaunch), typeof(StateVerifier), typeof(LaunchNote), typeof(LaunchSeries), typeof(GateMarkdown) }
            .Select(type => type.Assembly.GetName().Name!),
    ];

    private static readonly string Contract = typeof(IKeyedState).Assembly.GetName().Name!;

    /// <summary>
    /// Makes the program: the head's, with the base's state assemblies, the packages that these need and the base's settings of the runtime
    /// in the place of the head's. Whether it runs is for its worker to show.
    /// </summary>
    /// <param name="base">The base as it was published.</param>
    /// <param name="head">The head as it was published.</param>
    /// <param name="folder">A folder for the program, which is made.</param>
    /// <exception cref="FormatException">One of the two does not say what it is made of.</exception>
    /// <exception cref="CannotCompareException">The base's program has no states.</exception>
    public static PublishedBuild Compose(PublishedBuild @base, PublishedBuild head, string folder)
    {
        var (from, to) = (Path.GetDirectoryName(@base.Program)!, Path.GetDirectoryName(head.Program)!);
        var before = DependencyFile.Load(@base.Program);
        var after = DependencyFile.Load(head.Program);
        if (!before.Projects.Contains(Contract))
        {
            throw new CannotCompareException(
                $"The program of {@base.Side.Name} does not use {Contract} and so has no states to compare with: what can be judged are the changes after the one that brings them in.");
        }

        Copy(to, folder, Directory.EnumerateFiles(to, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(to, file)));

        // An assembly of states that only the head has must not stand for the base's.
        foreach (var name in after.Projects.Except(Harness).Except(before.Projects).ToArray())
        {
            foreach (var file in after.FilesOf(name))
            {
                File.Delete(Path.Combine(folder, file));
            }

            after.Remove(name);
        }

        foreach (var name in before.Needed(before.Projects.Except(Harness), Harness))
        {
            Copy(from, folder, before.FilesOf(name));
            after.Take(name, before);
        }

        var program = Path.Combine(folder, Path.GetFileName(head.Program));
        after.Save(program);

        // A collector that was changed is a change of what is measured, and not of how.
        File.Copy(SourceTree.RuntimeConfigOf(@base.Program), SourceTree.RuntimeConfigOf(program), overwrite: true);
        return @base with { Program = program };
    }

    private static void Copy(string from, string to, IEnumerable<string> files)
    {
        foreach (var file in files.Where(file => File.Exists(Path.Combine(from, file))))
        {
            var target = Path.Combine(to, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(from, file), target, overwrite: true);
        }
    }
}
