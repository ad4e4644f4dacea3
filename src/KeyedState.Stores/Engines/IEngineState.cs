namespace KeyedState.Stores;

/// <summary>A state whose values are in an engine that has processes of its own.</summary>
public interface IEngineState
{
    /// <summary>What all processes of the engine have had of the processors so far, in steps of the system's clock, which is 10 ms on Linux.</summary>
    TimeSpan EngineProcessorTime { get; }
}
