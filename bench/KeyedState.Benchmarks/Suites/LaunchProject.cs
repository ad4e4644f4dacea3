using System.Reflection;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.CsProj;
using KeyedState.Benchmarks.Environments;

namespace KeyedState.Benchmarks.Suites;

/// <summary>
/// The project that BenchmarkDotNet builds for the launches, with a reference to the one that this program was built from. By itself
/// BenchmarkDotNet looks for that by its name in the whole repository, and fails where a worktree or a copy of the sources holds a second.
/// </summary>
internal sealed partial class LaunchProject() : CsProjGenerator(TargetFramework, cliPath: null!, packagesPath: null!, runtimeFrameworkVersion: null!)
{
    /// <summary>The framework that launches are built for.</summary>
    public const string TargetFramework = "net10.0";

    /// <summary>The project that an assembly was built from: the nearest of its name above it, or the one at its place in the repository; null where there is neither.</summary>
    public static FileInfo? Of(Assembly assembly)
    {
        var name = assembly.GetName().Name!;
        for (var folder = Directory.GetParent(assembly.Location); folder is not null; folder = folder.Parent)
        {
            if (new FileInfo(Path.Combine(folder.FullName, name + ".csproj")) is { Exists: true } nearest)
            {
                return nearest;
            }
        }

        return new FileInfo(Path.Combine(RepositoryRoot.FindSources(), "bench", name, name + ".csproj")) is { Exists: true } usual ? usual : null;
    }

    /// <summary>Refuses a folder that BenchmarkDotNet can't build in, before anything is measured or removed.</summary>
    /// <param name="program">The folder of the program.</param>
    /// <exception cref="FormatException">Its path holds what MSBuild takes for something else.</exception>
    public static void RequireBuildable(string program)
    {
        if (Misread().Match(program) is { Success: true } part)
        {
            throw new FormatException(
                $"BenchmarkDotNet can't build in {program}, since MSBuild takes {part.Value} in a path for something else: move the sources to a folder without it.");
        }
    }

    /// <inheritdoc/>
    protected override FileInfo GetProjectFilePath(Type benchmarkTarget, ILogger logger) =>
        Of(benchmarkTarget.Assembly) ?? base.GetProjectFilePath(benchmarkTarget, logger);

    // A list's separator, an escaped letter, a property, a list of items, and the end of an argument.
    [GeneratedRegex(";|%[0-9A-Fa-f]{2}|[$@]\\(|\"")]
    private static partial Regex Misread();
}
