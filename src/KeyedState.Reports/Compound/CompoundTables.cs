using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The tables of operations that complete without waiting for anything but each other.</summary>
internal static class CompoundTables
{
    /// <summary>The scenarios in which nothing waits by design.</summary>
    public static readonly IReadOnlyList<string> Plain = ["all write", "all add", "one counter", "counters", "all transfer", "all snapshot", "ledger", "spread ledger"];

    private static readonly string[] Allocating = ["all add", "all transfer", "ledger"];

    /// <summary>Millions of operations per second on all cores.</summary>
    public static IEnumerable<string> Throughput(CompoundAnalysis analysis)
    {
        StoredScenario[] scenarios = [.. Plain.Select(name => analysis.Run.Scenarios.FirstOrDefault(scenario => scenario.Name == name)).OfType<StoredScenario>()];
        return
        [
            "Million operations per second, those of all tasks together. Parentheses hold the interval over launches.",
            "",
            MarkdownText.Row(["design", .. scenarios.Select(scenario => scenario.Name)]),
            MarkdownText.Row([":--", .. scenarios.Select(_ => "--:")]),
            .. analysis.Run.States.Select(state => MarkdownText.Row(
                [NameOf(state), .. scenarios.Select(scenario => Text(analysis.Rate(state.State.Name, Look.AllCores, scenario.Name)))])),
            "",
            .. scenarios.Select(scenario => $"- *{scenario.Name}*: {CompoundScenarioText.Of(scenario)}"),
        ];
    }

    /// <summary>Nanoseconds and bytes for an operation on one core, beside a plain write of the same state.</summary>
    public static IEnumerable<string> Cost(CompoundAnalysis analysis)
    {
        if (analysis.Run.Looks.FirstOrDefault(look => look.Look == Look.OneCore)?.AbsentBecause is { } because)
        {
            return [$"Not measured: {MarkdownText.Escape(because)}."];
        }

        string[] beside = ["all add", "all transfer"];
        return
        [
            "Nanoseconds per operation, nothing contended; × is how many times as long it takes as a plain write of the same design in the same launch. The empty state's row is what drawing the operations takes, and is in every other row. Bytes are everything that was allocated, for each operation.",
            "",
            MarkdownText.Row(["design", "write, ns", "add, ns", "add × write", "transfer, ns", "transfer × write", "ledger, ns", "spread ledger, ns", "add, B", "transfer, B", "ledger, B", "memory per key, B"]),
            MarkdownText.Row([":--", .. Enumerable.Repeat("--:", 11)]),
            .. analysis.Run.States.Select(state => MarkdownText.Row(
            [
                NameOf(state),
                Text(analysis.Time(state.State.Name, Look.OneCore, "all write")),
                .. beside.SelectMany(scenario => new[]
                {
                    Text(analysis.Time(state.State.Name, Look.OneCore, scenario)),
                    Text(analysis.BesideWrite(state.State.Name, Look.OneCore, scenario)),
                }),
                Text(analysis.Time(state.State.Name, Look.OneCore, "ledger")),
                Text(analysis.Time(state.State.Name, Look.OneCore, "spread ledger")),
                .. Allocating.Select(scenario => analysis.Bytes(state.State.Name, Look.OneCore, scenario) is { } bytes ? FigureText.Bytes(bytes) : FigureText.Absent),
                state.RetainedBytes is { } retained ? FigureText.Fixed(retained, 0) : FigureText.Absent,
            ])),
            "",
            "*Memory per key* is what the managed heap holds for each of 100,000 keys that nobody is using: the key, its value and whatever owns it.",
        ];
    }

    /// <summary>A state's name in a table.</summary>
    public static string NameOf(StoredSeriesState state) => $"{MarkdownText.Escape(state.State.Title)}{(state.State.IsLimit ? " (limit)" : "")}";

    /// <summary>A figure with its interval.</summary>
    public static string Text(Estimate? estimate) => FigureText.WithInterval(Figure.Of(estimate, ""));
}
