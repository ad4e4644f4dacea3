namespace KeyedState.Results;

/// <summary>A step and the runs that it was tested among, as places in the series.</summary>
/// <param name="From">The first run of the side before.</param>
/// <param name="Place">The first run after the step.</param>
/// <param name="To">The run after the last of the side after.</param>
/// <param name="PValue">The step's p-value.</param>
internal readonly record struct ConfirmedStep(int From, int Place, int To, double PValue);
