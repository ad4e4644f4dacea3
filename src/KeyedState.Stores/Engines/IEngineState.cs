namespace KeyedState.Stores;

/// <summary>A state whose values are in an engine that has a process of its own.</summary>
public interface IEngineState : IServedState
{
    /// <summary>The engine, which lives as long as the state; null for one that was there before, and stays.</summary>
    EngineHost? Engine { get; }

    /// <summary>Whether it is known what the engine has had of the processors: of one that was there before it is not.</summary>
    bool KnowsProcessorTime => Engine is not null;

    /// <summary>What the engine's process has had of the processors so far; 0 for one that was there before, of which that isn't known.</summary>
    TimeSpan IServedState.EngineProcessorTime => Engine?.ProcessorTime ?? TimeSpan.Zero;
}
