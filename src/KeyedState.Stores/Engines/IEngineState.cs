namespace KeyedState.Stores;

/// <summary>A state whose values are in an engine that has a process of its own.</summary>
public interface IEngineState
{
    /// <summary>The engine, which lives as long as the state; null for one that was there before, and stays.</summary>
    EngineHost? Engine { get; }
}
