namespace KeyedState.Regression;

/// <summary>What a worker can be asked to do.</summary>
public enum WorkerTask
{
    /// <summary>Say who it is.</summary>
    Hello,

    /// <summary>Verify a fresh instance of a state: record what many callers see of it, and decide whether that is linearizable.</summary>
    Check,

    /// <summary>Find out how many operations of a state an iteration and a run of one caller are to have.</summary>
    Pilot,

    /// <summary>Drive a fresh instance of a state through one iteration of fixed work.</summary>
    Slice,

    /// <summary>Drive one instance of a state through several iterations of fixed work, and look whether it holds what they must leave.</summary>
    Series,

    /// <summary>Find out how much memory a fresh instance of a state keeps for each of many keys.</summary>
    Retain,

    /// <summary>Count how often asynchronous code runs that makes a key's value, in one of the ways to write that.</summary>
    Create,
}
