namespace KeyedState.Regression;

/// <summary>What a worker can be asked to do.</summary>
public enum WorkerTask
{
    /// <summary>Say who it is.</summary>
    Hello,

    /// <summary>Verify a fresh instance of a state: record what many callers see of it, and decide whether that is linearizable.</summary>
    Check,

    /// <summary>Drive a fresh instance of a state through one invocation of fixed work.</summary>
    Slice,
}
