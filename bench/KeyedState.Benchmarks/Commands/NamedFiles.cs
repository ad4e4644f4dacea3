using System.CommandLine;
using System.CommandLine.Parsing;

namespace KeyedState.Benchmarks.Commands;

/// <summary>
/// The files that a call names for its pages and data. Where the call fails before it writes one that was there already, that
/// one is of an earlier call, and whoever opens it would take it for this one's.
/// </summary>
internal sealed class NamedFiles
{
    private static readonly string[] Options = ["--output", "--json", "--markdown"];

    private readonly (string Path, DateTime Written)[] before;

    private NamedFiles((string Path, DateTime Written)[] before) => this.before = before;

    /// <summary>Looks at the files before the call is made.</summary>
    /// <param name="call">The call, which may be a wrong one.</param>
    public static NamedFiles Of(ParseResult call) => new(
    [
        .. call.CommandResult.Children.OfType<OptionResult>().Where(option => Options.Contains(option.Option.Name))
            .SelectMany(option => option.Tokens).Select(token => token.Value)
            .Where(File.Exists)
            .Select(path => (path, File.GetLastWriteTimeUtc(path))),
    ]);

    /// <summary>What to tell after a call that failed: a sentence for each file that is still as it was, with a space before it.</summary>
    public string Leftovers() => string.Concat(before.Where(IsLeft).Select(file => $" {file.Path} is of an earlier call."));

    // A device and a pipe hold nothing.
    private static bool IsLeft((string Path, DateTime Written) file) =>
        new FileInfo(file.Path) is { Exists: true, Length: > 0 } && File.GetLastWriteTimeUtc(file.Path) == file.Written;
}
