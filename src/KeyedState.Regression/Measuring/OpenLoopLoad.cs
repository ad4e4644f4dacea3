namespace KeyedState.Regression;

/// <summary>The load of a look whose slices are windows of an open loop.</summary>
/// <param name="Rate">How many operations a second are due, those of all callers together.</param>
/// <param name="Plan">A window in the workers' words, by its length in milliseconds and by the seed of its arrivals.</param>
/// <param name="Resolution">The shortest time that the clock can tell from none, in nanoseconds.</param>
public sealed record OpenLoopLoad(double Rate, Func<double, int, string> Plan, double Resolution);
