using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What the stores' page names, as people read it.</summary>
internal static class StoresText
{
    /// <summary>A factor with its interval: "× 12.3 (11.0–13.1)".</summary>
    /// <param name="factor">The factor; null for none.</param>
    public static string Factor(Estimate? factor) => factor is null ? FigureText.Absent : $"× {FigureText.WithInterval(Figure.Of(factor, ""))}";

    /// <summary>Time of an operation with its interval: "12.3 (11.0–13.1) µs".</summary>
    /// <param name="microseconds">The time; null for none.</param>
    public static string PerOperation(Estimate? microseconds) => microseconds is null ? FigureText.Absent : $"{FigureText.WithInterval(Figure.Of(microseconds, ""))} µs";

    /// <summary>What a role does, as a phrase.</summary>
    /// <param name="operation">The operation's identifier.</param>
    public static string Operation(string operation) => operation switch
    {
        "Read" => "read a key",
        "Write" => "write a key",
        "Add" => "add to a key",
        "Transfer" => "move an amount between two keys",
        "Snapshot" => "read all keys at one instant",
        _ => MarkdownText.Escape(Words.Spaced(operation)),
    };
}
