namespace KeyedState.Results;

/// <summary>Something besides the figures in which two runs differ.</summary>
/// <param name="Aspect">What it belongs to.</param>
/// <param name="What">Its name for people, such as "logical cores".</param>
/// <param name="Before">The first run's, as text from its file.</param>
/// <param name="After">The second run's, likewise.</param>
public sealed record RunDifference(RunAspect Aspect, string What, string Before, string After);
