using KeyedState.Benchmarks.Environments;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Gate;

/// <summary>
/// A build asked for by name: a commit, whose sources are written apart, a folder with sources, or a folder with a
/// published program.
/// </summary>
internal sealed class SourceTree
{
    private const string RuntimeConfig = ".runtimeconfig.json";

    private readonly GateSide side;
    private readonly IReadOnlyList<string> missingSubmodules;

    private SourceTree(string folder, string top, GateSide side, bool isApart, IReadOnlyList<string> missingSubmodules)
    {
        Folder = folder;
        Top = top;
        IsApart = isApart;
        this.side = side;
        this.missingSubmodules = missingSubmodules;
    }

    /// <summary>The folder of the sources, or of the published program.</summary>
    public string Folder { get; }

    /// <summary>The top of the repository that the sources are of; the folder itself outside one.</summary>
    public string Top { get; }

    /// <summary>Whether the sources are a commit's, written to a folder of their own.</summary>
    public bool IsApart { get; }

    /// <summary>Makes the sources of a build available.</summary>
    /// <param name="name">Whatever git takes for a commit, or a folder. A commit goes before a folder of the same name.</param>
    /// <param name="checkout">Where commits are taken from.</param>
    /// <param name="apart">A folder that is made for the sources of a commit.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <exception cref="FormatException">There is neither such a commit nor such a folder.</exception>
    /// <exception cref="CannotCompareException">There is none in this clone, which lacks the older commits.</exception>
    /// <exception cref="IOException">The sources could not be written.</exception>
    public static SourceTree Open(string name, Checkout checkout, string apart, CancellationToken cancellation)
    {
        if (checkout.CommitOf(name) is { } commit)
        {
            var sources = new CommittedSources(cancellation);
            sources.Write(checkout.Top, commit, apart);
            return new SourceTree(Path.Combine(apart, checkout.Prefix), apart, new GateSide(name, commit, Changed: false), isApart: true, sources.MissingSubmodules);
        }

        if (Directory.Exists(name))
        {
            return Open(Path.GetFullPath(name), name);
        }

        throw checkout switch
        {
            { AbsentBecause: { } reason } => new FormatException($"There is no folder {name}, and no commit can be looked up: {reason}."),
            { IsShallow: true } => new CannotCompareException($"There is no commit {name} in this clone, which lacks the older ones: fetch them with git fetch --unshallow."),
            _ => new FormatException($"There is no folder and no commit {name}: name one that git knows here, and fetch the history if it is missing."),
        };
    }

    /// <summary>Takes the sources of a folder as they are.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">What it is called.</param>
    public static SourceTree Open(string folder, string name)
    {
        var checkout = Checkout.Of(folder, ".");
        var commit = checkout.Commit;
        return new SourceTree(folder, checkout.Top, new GateSide(name, commit, commit is null || checkout.IsChanged()), isApart: false, []);
    }

    /// <summary>Whether there is a program: its project, or a published one.</summary>
    /// <param name="project">The program's project, relative to the sources.</param>
    public bool Has(string project) => ProgramIn(Folder) is not null || Directory.Exists(Path.Combine(Folder, project)) || File.Exists(Path.Combine(Folder, project));

    /// <summary>The file of a program that says which runtime it needs and how that is set.</summary>
    /// <param name="program">The program's assembly.</param>
    public static string RuntimeConfigOf(string program) => Path.ChangeExtension(program, null) + RuntimeConfig;

    /// <summary>Publishes the program, or finds it when the folder holds a published one.</summary>
    /// <param name="project">The program's project, relative to the sources.</param>
    /// <param name="output">An empty folder for everything that the build writes.</param>
    /// <param name="cancellation">Ends the build.</param>
    /// <exception cref="FormatException">There is no such project, or the folder holds no program.</exception>
    /// <exception cref="BuildFailedException">It does not build.</exception>
    public PublishedBuild Publish(string project, string output, CancellationToken cancellation)
    {
        if (ProgramIn(Folder) is { } published)
        {
            return new PublishedBuild(side, DotnetHost.Path, published);
        }

        if (!Has(project))
        {
            throw new FormatException($"{side.Name} has no project {project}: name the program's with --project, relative to the top of its sources.");
        }

        // No server of the build is left behind: it would go on beside the measurements. Whether the code pleases the analysers is not asked here, nor what is known of its packages today.
        var target = Path.Combine(output, "program");
        var (exit, log, errors) = ExternalProcess.Run(
            DotnetHost.Path, Folder, BuildVariables.Clean, cancellation,
            "publish", Path.Combine(Folder, project), "-c", "Release", "-o", target, "--artifacts-path", Path.Combine(output, "artifacts"),
            "-nologo", "-v", "quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false",
            "-p:TreatWarningsAsErrors=false", "-p:NuGetAudit=false");
        return exit == 0 && ProgramIn(target) is { } program
            ? new PublishedBuild(side, DotnetHost.Path, program)
            : throw new BuildFailedException($"{side.Name} does not build: {FirstError(log + errors)}{Missing()}");
    }

    private string Missing() => missingSubmodules.Count == 0
        ? ""
        : $" (Its commit of the submodule {string.Join(", ", missingSubmodules)} is not in this clone: git submodule update --init --recursive.)";

    // A program that brings states of its own has this one beside it, since it refers to it.
    private static string? ProgramIn(string folder)
    {
        string[] programs = Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*" + RuntimeConfig).Select(config => config[..^RuntimeConfig.Length] + ".dll")] : [];
        string[] others = [.. programs.Where(program => Path.GetFileName(program) != Path.GetFileName(typeof(SourceTree).Assembly.Location))];
        return programs is [var only] ? only : others is [var other] ? other : null;
    }

    private static string FirstError(string log)
    {
        var lines = log.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        // A warning may speak of an error too.
        var line = lines.FirstOrDefault(line => line.Contains(": error ", StringComparison.Ordinal))
            ?? lines.FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)) ?? lines.FirstOrDefault() ?? "no reason given";
        return PlainText.OneLine(line);
    }
}
