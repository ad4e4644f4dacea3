using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The words for the compound suite's scenarios.</summary>
internal static class CompoundScenarioText
{
    /// <summary>What the workers of a scenario do, as a clause.</summary>
    public static string Of(StoredScenario scenario) => $"{Words.List([.. scenario.Roles.Select(role => Of(role, scenario))])}, {Keys(scenario.Keys)}";

    private static string Of(StoredRole role, StoredScenario scenario)
    {
        var one = role.Workers == 1;
        var who = $"{FigureText.Count(role.Workers)} {(one ? "task" : "tasks")}";
        return role.Operation switch
        {
            "Read" => $"{who} read a key",
            "Write" => $"{who} write a key",
            "WriteApart" => $"{who} writes a key that nobody else uses",
            "Add" => $"{who} add 1 to a key",
            "Transfer" => $"{who} move an amount from one key to another",
            "Snapshot" => scenario.Keys > MostInSnapshot ? $"{who} read five keys at one instant" : $"{who} read all keys at one instant",
            "UpdateYielding" => $"{who} update a key by code that yields its thread",
            "UpdateHandedOver" => $"{who} update a key by code that awaits what another thread completes",
            "UpdatePausing" => $"{who} update a key by code that waits for 1 ms",
            var other => $"{who}: {MarkdownText.Escape(Words.Spaced(other))}",
        };
    }

    private const int MostInSnapshot = 5;

    private static string Keys(int keys) => keys == 1 ? "one key" : keys >= 1000 ? $"{FigureText.Count(keys / 1000)},000 keys" : $"{FigureText.Count(keys)} keys";
}
