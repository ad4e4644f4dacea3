using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace KeyedState.Benchmarks.Commands;

/// <summary>An option that takes a number within bounds, and refuses anything else in one line.</summary>
internal static class NumberOption
{
    /// <summary>Creates one.</summary>
    /// <param name="name">Its name, with the dashes.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="least">The smallest number that it takes.</param>
    /// <param name="most">The largest.</param>
    /// <param name="otherwise">What it is without a value.</param>
    public static Option<T> Create<T>(string name, string description, T least, T most, T otherwise)
        where T : struct, INumber<T> => new(name)
        {
            Description = description,
            DefaultValueFactory = _ => otherwise,
            CustomParser = argument =>
            {
                var text = argument.Tokens[0].Value;
                if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                {
                    return number;
                }

                argument.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a number from {least} to {most}, not {text}."));
                return default;
            },
        };
}
