using System.Globalization;

namespace KeyedState.Exploration;

/// <summary>How many schedules of each history are explored.</summary>
internal static class Bound
{
    /// <summary>The environment variable for more of them, such as a night's: a whole number above 0.</summary>
    public const string Variable = "KEYEDSTATE_SCHEDULES";

    /// <summary>How many each strategy explores when nothing is said.</summary>
    public const int Usual = 100;

    /// <summary>How many it takes to find any of the defects of the tests.</summary>
    public const int Thorough = 4000;

    /// <summary>Reads the variable's text.</summary>
    /// <param name="text">The text; null if the variable is not set.</param>
    /// <exception cref="ArgumentException">It is no whole number above 0.</exception>
    public static int Read(string? text) => text switch
    {
        null or "" => Usual,
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var schedules) && schedules > 0 => schedules,
        _ => throw new ArgumentException($"{Variable} is “{text}”, and must be a whole number above 0."),
    };
}
