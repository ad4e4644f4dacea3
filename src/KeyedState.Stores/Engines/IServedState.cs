namespace KeyedState.Stores;

/// <summary>A state whose values are in other processes, one or several, that it has started.</summary>
public interface IServedState
{
    /// <summary>What all of them have had of the processors so far, in steps of the system's clock, which is 10 ms on Linux.</summary>
    TimeSpan EngineProcessorTime { get; }
}
