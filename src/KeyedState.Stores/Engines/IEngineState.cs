namespace KeyedState.Stores;

/// <summary>A state whose values are in an engine that has a process of its own.</summary>
public interface IEngineState : IServedState
{
    /// <summary>The engine, which lives as long as the state.</summary>
    EngineHost Engine { get; }

    /// <inheritdoc/>
    TimeSpan IServedState.EngineProcessorTime => Engine.ProcessorTime;
}
