namespace KeyedState.Benchmarks.Gate;

/// <summary>
/// A change of the sources that makes no operation do more work, as most changes of a code base: what it moves is the
/// layout of code and data.
/// </summary>
/// <param name="Name">What it is.</param>
/// <param name="Edited">The state that it does touch, and which is not judged; null for none.</param>
/// <param name="Apply">Makes the change in the sources at a folder.</param>
internal sealed record UnrelatedChange(string Name, string? Edited, Action<string> Apply)
{
    private const string States = "src/KeyedState";

    /// <summary>The changes that a calibration makes.</summary>
    public static IReadOnlyList<UnrelatedChange> All { get; } =
    [
        new("classes-added", null, folder => File.WriteAllText(
            Path.Combine(folder, States, "Unrelated.cs"), "namespace KeyedState;\n\n" + string.Join('\n', Enumerable.Range(0, 40).Select(Class)))),
        new("members-added", null, folder =>
        {
            foreach (var file in Directory.GetFiles(Path.Combine(folder, States), "*State.cs", SearchOption.AllDirectories).Where(file => !file.EndsWith("IKeyedState.cs", StringComparison.Ordinal)))
            {
                var text = File.ReadAllText(file).TrimEnd();
                File.WriteAllText(file, text[..^1] + "\n    internal static int Unrelated(int value) => value * 3;\n}\n");
            }
        }),
        new("code-at-start-up", null, folder => File.WriteAllText(
            Path.Combine(folder, States, "Unrelated.cs"),
            "namespace KeyedState;\n\ninternal static class Unrelated\n{\n#pragma warning disable CA2255\n"
            + "    [System.Runtime.CompilerServices.ModuleInitializer]\n    internal static void Run() => Sink = "
            + string.Join(" + ", Enumerable.Range(0, 40).Select(number => $"Class{number}.Value(Environment.TickCount)"))
            + ";\n\n    internal static int Sink;\n}\n\n" + string.Join('\n', Enumerable.Range(0, 40).Select(Class)))),
        new("another-state-edited", "Mailbox", folder =>
        {
            var file = Path.Combine(folder, States, "Actors", "MailboxState.cs");
            var text = File.ReadAllText(file);
            var edited = text.Replace("MostBeforeYield = 64", "MostBeforeYield = 48", StringComparison.Ordinal);
            File.WriteAllText(file, edited != text ? edited : throw new FormatException($"{file} is not what the calibration edits."));
        }),
    ];

    private static string Class(int number) =>
        $"internal static class Class{number}\n{{\n    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]\n"
        + $"    internal static int Value(int value)\n    {{\n        var sum = {number};\n        for (var i = 0; i < {number % 7}; i++)\n        {{\n            sum += value ^ i;\n        }}\n\n        return sum;\n    }}\n}}\n";
}
