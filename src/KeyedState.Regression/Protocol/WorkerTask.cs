namespace KeyedState.Regression;

/// <summary>What a worker can be asked to do.</summary>
public enum WorkerTask
{
    /// <summary>Say who it is.</summary>
    Hello,

    /// <summary>Check a state with the harness's checking pass.</summary>
    Check,

    /// <summary>Drive a fresh instance of a state through one invocation of fixed work.</summary>
    Slice,
}
