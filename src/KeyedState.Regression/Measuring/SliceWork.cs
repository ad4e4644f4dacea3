namespace KeyedState.Regression;

/// <summary>What a slice of a state is, the same for both builds.</summary>
/// <param name="Plan">The work in the words of the worker that planned it, to be sent with every slice.</param>
/// <param name="Operations">How many operations it has, those of all its callers together.</param>
/// <param name="NanosecondsPerOperation">What an operation took in the pilot, in nanoseconds.</param>
public sealed record SliceWork(string Plan, long Operations, double NanosecondsPerOperation);
