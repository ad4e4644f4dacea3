using System.CommandLine;
using KeyedState.Benchmarks.Environments;

namespace KeyedState.Benchmarks.Commands;

/// <summary><c>list</c>: the catalogue with what each state declares.</summary>
internal static class ListCommand
{
    public static Command Create(StateCatalogue catalogue)
    {
        var command = new Command("list", "Lists every state and what it declares.");
        command.SetAction(call => Write(catalogue, call.InvocationConfiguration.Output));
        return command;
    }

    private static int Write(StateCatalogue catalogue, TextWriter output)
    {
        string[][] rows =
        [
            ["state", "family", "replies", "a caller that blocks", "allocates", "adds", "transfers", "snapshots", "exclusive updates", "package", "how it works"],
            .. catalogue.Entries.Select(Row),
        ];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }

        return ExitCode.Fine;
    }

    private static string[] Row(StateEntry entry) =>
    [
        entry.Name,
        entry.Declared.Family.ToString(),
        entry.Declared.Replies.ToString(),
        entry.Declared.BlockingCaller.ToString(),
        entry.Declared.AllocationFree ? "nothing" : "yes",
        .. Enum.GetValues<Capability>().Select(capability => entry.Offers(capability) ? "yes" : "–"),
        entry.Declared.Package is { } package ? $"{package} {PackageVersions.Of(package)}" : "–",
        entry.Declared.HowItWorks,
    ];
}
