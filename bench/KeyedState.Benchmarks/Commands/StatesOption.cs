using System.CommandLine;

namespace KeyedState.Benchmarks.Commands;

/// <summary><c>--states</c>: names of states, separated by commas.</summary>
internal static class StatesOption
{
    /// <summary>Creates it.</summary>
    /// <param name="description">What the states are named for, and which they are without it.</param>
    /// <param name="known">The names that it takes, whatever the letters' case; null where only a build can tell.</param>
    public static Option<string[]> Create(string description, IReadOnlyList<string>? known = null) => new("--states")
    {
        Description = description,
        Arity = ArgumentArity.ExactlyOne,
        DefaultValueFactory = _ => [],
        CustomParser = argument =>
        {
            var names = argument.Tokens[0].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (names is [])
            {
                argument.AddError("--states names no state.");
            }
            else if (known is not null && names.Except(known, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } unknown)
            {
                argument.AddError($"There is no state {unknown} for --states. The states are {string.Join(", ", known)}.");
            }

            return names;
        },
    };
}
