using KeyedState.Frameworks;

namespace KeyedState.Benchmarks;

/// <summary>The suite's own catalogue: the states that need the base class library only, and those over other people's engines.</summary>
internal static class SuiteCatalogue
{
    /// <summary>Every state that this program measures unless another is given.</summary>
    public static StateCatalogue Default { get; } = StateCatalogue.Of(typeof(IKeyedState).Assembly, typeof(ActionBlockState).Assembly);
}
