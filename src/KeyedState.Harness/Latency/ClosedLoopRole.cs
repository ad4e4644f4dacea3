namespace KeyedState.Harness;

/// <summary>What the workers of a role did in a closed loop's window.</summary>
/// <param name="Completed">How many operations each worker completed.</param>
/// <param name="LongestGap">The longest time in which one of them completed nothing.</param>
/// <param name="TimedOneIn">Of how many operations one was timed, on average.</param>
/// <param name="ServiceTimes">From call to answer, of the operations that were timed.</param>
public sealed record ClosedLoopRole(IReadOnlyList<long> Completed, TimeSpan LongestGap, int TimedOneIn, LatencyRecorder ServiceTimes)
{
    /// <summary>
    /// How evenly the workers got on, from 1 / workers where one did everything to 1 where all did the same. R. Jain, D. Chiu and
    /// W. Hawe, A Quantitative Measure of Fairness and Discrimination, DEC-TR-301, 1984; 1 where nobody did anything.
    /// </summary>
    public double Fairness
    {
        get
        {
            var (sum, squares) = (Completed.Sum(count => (double)count), Completed.Sum(count => (double)count * count));
            return squares == 0 ? 1 : sum * sum / (Completed.Count * squares);
        }
    }

    /// <summary>What the slowest worker completed, as a share of what each would have if all did the same; 1 where nobody did anything.</summary>
    public double SlowestShare => Completed.Sum() == 0 ? 1 : Completed.Min() / Completed.Average();
}
