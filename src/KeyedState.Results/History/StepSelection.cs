namespace KeyedState.Results;

/// <summary>Takes back proposed steps, the least first, until all that are left are confirmed.</summary>
/// <param name="levels">The logarithm of each run's figure, in order of runs.</param>
internal sealed class StepSelection(double[] levels)
{
    private readonly Dictionary<(int From, int Place, int To), double> tested = [];

    /// <summary>The confirmed among the proposed.</summary>
    /// <param name="proposed">Places, rising.</param>
    public IReadOnlyList<ConfirmedStep> Select(List<int> proposed)
    {
        var places = proposed.ToList();
        while (true)
        {
            var steps = places.Select((place, index) => (
                From: index == 0 ? 0 : places[index - 1],
                Place: place,
                To: index == places.Count - 1 ? levels.Length : places[index + 1])).ToArray();

            // Of a step in many only the least can be taken back: around a great one, small ones are split off by chance.
            var refused = steps.OrderBy(Gain).ThenBy(step => step.Place).Where(step => !IsConfirmed(step)).Take(1).ToArray();
            if (refused.Length == 0)
            {
                return [.. steps.Select(step => new ConfirmedStep(step.From, step.Place, step.To, tested[step]))];
            }

            places.Remove(refused[0].Place);
        }
    }

    /// <summary>By how much the step lowers the sum of squares.</summary>
    private double Gain((int From, int Place, int To) step)
    {
        var shift = Shift(step);
        return shift * shift * (step.Place - step.From) * (step.To - step.Place) / (step.To - step.From);
    }

    private double Shift((int From, int Place, int To) step) => Median.Of(levels[step.Place..step.To]) - Median.Of(levels[step.From..step.Place]);

    private bool IsConfirmed((int From, int Place, int To) step)
    {
        if (step.Place - step.From < StepTest.FewestRuns || step.To - step.Place < StepTest.FewestRuns ||
            Math.Abs(Shift(step)) < Math.Log(1 + ChangePointDetector.LeastShift))
        {
            return false;
        }

        if (!tested.TryGetValue(step, out var p))
        {
            p = StepTest.PValue(levels.AsSpan(step.From..step.To), step.Place - step.From);
            tested.Add(step, p);
        }

        return p <= ChangePointDetector.LargestPValue;
    }

}
