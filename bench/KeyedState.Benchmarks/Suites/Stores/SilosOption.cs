using System.CommandLine;

namespace KeyedState.Benchmarks.Suites.Stores;

/// <summary><c>--silos</c>: whether silos are killed and stopped.</summary>
internal static class SilosOption
{
    /// <summary>Its name.</summary>
    public const string Name = "--silos";

    /// <summary>Creates it.</summary>
    public static Option<bool> Create() => new(Name)
    {
        Description = "For the suite stores: measure nothing, but kill one of two silos of Orleans in the middle of its writers, and stop one until the other gives it up and let it go on, and judge what callers saw. Takes ten minutes, in which little is computed. Ends with 1 where grains that store every write have lost any.",
    };
}
