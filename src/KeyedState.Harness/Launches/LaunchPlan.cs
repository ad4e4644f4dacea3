using System.Globalization;

namespace KeyedState.Harness;

/// <summary>
/// What a process does with a state. It travels to the process as text: simple enough that reading it costs a launch
/// nothing, since every launch compiles all that it runs.
/// </summary>
/// <param name="Scenario">What the workers do.</param>
/// <param name="Work">How much of it in an iteration.</param>
/// <param name="Warmup">How long the process runs before it is measured.</param>
/// <param name="Lifetime">How long one instance of the state is driven.</param>
/// <param name="Cores">How long it waits for cores that are near each other; null where it doesn't look, as on one core.</param>
/// <param name="Pace">Whether it notes the pace of its thread's core around each iteration, as on one core.</param>
public sealed record LaunchPlan(
    Scenario Scenario, FixedWork Work, WarmupPlan Warmup, StateLifetime Lifetime, CoreWait? Cores = null, bool Pace = false)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It is anything else.</exception>
    public static LaunchPlan Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var fields = text.Split(';').Select(field => field.Split('=')).ToDictionary(field => field[0], field => field[1]);
            return new(
                new Scenario(
                    fields["scenario"],
                    [.. fields["roles"].Split(',').Select(ParseRole)],
                    new KeySpace(
                        Positive(fields["keys"]),
                        bool.Parse(fields["filled"]),
                        fields.TryGetValue("opening", out var opening) ? int.Parse(opening, CultureInfo.InvariantCulture) : null,
                        fields.TryGetValue("drawn", out var drawn) ? Enum.Parse<KeyDistribution>(drawn) : KeyDistribution.Uniform),
                    Positive(fields["values"]),
                    int.Parse(fields["seed"], CultureInfo.InvariantCulture),
                    fields.ContainsKey("threads")),
                new FixedWork(Positive(fields["operations"]), Positive(fields["run"])),
                WarmupPlan.Parse(fields["warmup"]),
                Enum.Parse<StateLifetime>(fields["lifetime"]),
                fields.TryGetValue("cores", out var cores) ? CoreWait.Parse(cores) : null,
                fields.ContainsKey("pace"));
        }
        catch (Exception error) when (error is FormatException or OverflowException or ArgumentException or KeyNotFoundException or IndexOutOfRangeException)
        {
            throw new FormatException("This is no plan of a launch.", error);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{TextOf(Scenario)};operations={Work.OperationsPerWorker};run={Work.RunLength};warmup={Warmup};lifetime={Lifetime}{(Cores is null ? "" : $";cores={Cores}")}{(Pace ? ";pace=noted" : "")}");

    /// <summary>A scenario as text: two that differ in anything differ in it.</summary>
    internal static string TextOf(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var roles = string.Join(',', scenario.Roles.Select(role => FormattableString.Invariant($"{role.Name}/{role.Operation}/{role.Workers}{(role.Operation.IsMixed() ? $"/{role.Writes:R}" : "")}")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"scenario={scenario.Name};roles={roles};keys={scenario.Keys.Count};filled={scenario.Keys.Filled}{(scenario.Keys.Opening is { } opening ? $";opening={opening}" : "")}{(scenario.Keys.Distribution == KeyDistribution.Uniform ? "" : $";drawn={scenario.Keys.Distribution}")};values={scenario.Values};seed={scenario.Seed}{(scenario.OwnThreads ? ";threads=own" : "")}");
    }

    private static Role ParseRole(string text)
    {
        var parts = text.Split('/');
        var operation = Enum.Parse<OperationKind>(parts[1]);
        return new Role(parts[0], operation, Positive(parts[2]), operation.IsMixed() ? Share(parts[3]) : 0);
    }

    private static double Share(string text) =>
        double.Parse(text, CultureInfo.InvariantCulture) is >= 0 and <= 1 and var share ? share : throw new FormatException($"{text} is no share.");

    private static int Positive(string text) =>
        int.Parse(text, CultureInfo.InvariantCulture) is > 0 and var number ? number : throw new FormatException($"{text} is not positive.");
}
