using System.CommandLine;

namespace KeyedState.Benchmarks.Commands;

/// <summary><c>--states</c>: names of states, separated by commas.</summary>
internal static class StatesOption
{
    /// <summary>Its name.</summary>
    public const string Name = "--states";

    /// <summary>Creates it.</summary>
    /// <param name="description">What the states are named for, and which they are without it.</param>
    /// <param name="known">The names that it takes, whatever the letters' case; null where only a build can tell.</param>
    public static Option<string[]> Create(string description, IReadOnlyList<string>? known = null) => new(Name)
    {
        Description = description,
        Arity = ArgumentArity.ExactlyOne,
        DefaultValueFactory = _ => [],
        CustomParser = argument =>
        {
            var names = argument.Tokens[0].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (names is [])
            {
                argument.AddError($"{Name} names no state.");
            }
            else if (known is not null && Problem(names, known) is { } problem)
            {
                argument.AddError(problem);
            }

            return names;
        },
    };

    /// <summary>What is wrong with names that were given; null when nothing is.</summary>
    /// <param name="names">The names.</param>
    /// <param name="known">The names that there are, whatever the letters' case.</param>
    public static string? Problem(IEnumerable<string> names, IReadOnlyList<string> known) =>
        names.Except(known, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } unknown
            ? $"There is no state {unknown} for {Name}. The states are {string.Join(", ", known)}."
            : null;
}
