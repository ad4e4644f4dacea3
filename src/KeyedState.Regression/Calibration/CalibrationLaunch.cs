namespace KeyedState.Regression;

/// <summary>One pair of launches as a calibration keeps it.</summary>
/// <param name="Comparison">The comparison that it is of, from 0.</param>
/// <param name="Round">1, or 2 for a repetition of what the first round doubted.</param>
/// <param name="Pairs">What it says about each subject.</param>
public sealed record CalibrationLaunch(int Comparison, int Round, IReadOnlyList<CalibrationPair> Pairs);
