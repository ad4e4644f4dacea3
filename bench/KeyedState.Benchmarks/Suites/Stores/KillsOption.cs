using System.CommandLine;
using System.Globalization;

namespace KeyedState.Benchmarks.Suites.Stores;

/// <summary><c>--kills</c>: how often each engine is killed.</summary>
internal static class KillsOption
{
    /// <summary>Its name.</summary>
    public const string Name = "--kills";

    // As often as a row that promises to lose nothing must have lost nothing.
    private const int Usual = 20;
    private const int Most = 1_000;

    /// <summary>Creates it.</summary>
    public static Option<int> Create() => new(Name)
    {
        Description = string.Create(CultureInfo.InvariantCulture, $"For the suite stores: measure nothing, but kill each engine so often in the middle of its writers, start it again, and count the acknowledged writes that are lost. Without a number: {Usual} times, which takes a quarter of an hour. Ends with 1 where an engine that promises to survive has lost any."),
        HelpName = "N",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = argument =>
        {
            if (argument.Tokens is not [var token])
            {
                return Usual;
            }

            if (int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Most)
            {
                return number;
            }

            argument.AddError(string.Create(CultureInfo.InvariantCulture, $"{Name} takes a number from 1 to {Most}, not {token.Value}."));
            return default;
        },
    };
}
