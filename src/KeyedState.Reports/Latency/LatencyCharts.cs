using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The pictures of a latency run.</summary>
internal static class LatencyCharts
{
    // Even steps on the axis, the percentiles of the tables among them.
    private const int StepsInTen = 8;
    private const double LastShareBeyond = 1e-5;

    private static readonly double[] Mantissas = [1, 2, 5];

    /// <summary>The response times at a rate by percentile; the axis is that of 1/(1 − p).</summary>
    /// <param name="analysis">The run.</param>
    /// <param name="rate">Arrivals per second.</param>
    /// <returns>Null where there is nothing to draw a line of.</returns>
    public static string? Percentiles(LatencyAnalysis analysis, double rate)
    {
        LatencyCurve[] curves =
        [
            .. from state in analysis.States
               let points = Spectrum(analysis.ResponseTimes(state.Name, LatencyLoad.OfRate(rate)))
               where points.Length > 0
               select new LatencyCurve(state.Title, ColourOf(state), [points]),
        ];
        var last = curves.SelectMany(curve => curve.Points).Select(point => point.X).DefaultIfEmpty(0).Max();
        return last <= LatencyText.Percentiles.Min(one => 1 / (1 - one.Share)) ? null : new LatencyPicture(curves, [.. LatencyText.Percentiles.Select(one => (1 / (1 - one.Share), one.Name)).Where((tick, index) => index == 0 || tick.Item1 < last * 0.8), (last, "")]).Render(
            $"Response time at {LatencyText.Arrivals(rate)}, by percentile",
            "From when an operation was due to its answer. Blue designs answer at once, green ones when free, orange ones later; limits are dashed.",
            "share of operations that wait no longer");
    }

    /// <summary>The response time of one operation in a hundred against the arrival rate.</summary>
    /// <param name="analysis">The run.</param>
    /// <returns>Null where there is nothing to draw.</returns>
    public static string? Loads(LatencyAnalysis analysis)
    {
        LatencyCurve[] curves = [.. analysis.States.Select(state => new LatencyCurve(state.Title, ColourOf(state), Loads(analysis, state))).Where(curve => curve.Parts.Count > 0)];
        double[] rates = [.. curves.SelectMany(curve => curve.Points).Select(point => point.X)];
        return rates.Length == 0 ? null : new LatencyPicture(curves, Ticks(rates.Min() / 1.1, rates.Max() * 1.1)).Render(
            "Response time of one operation in a hundred, against the arrival rate",
            "A line ends at the highest rate that a design bore in every launch, or at the highest that was tried, and breaks where it missed one. Colours as in the other picture.",
            "operations due per second");
    }

    private static (double X, double Y)[] Spectrum(LatencyTimes? times) => times is null ? [] :
    [
        .. from beyond in Enumerable.Range(0, 1 + (int)(StepsInTen * -Math.Log10(LastShareBeyond))).Select(step => Math.Pow(10, -(double)step / StepsInTen)).SkipWhile(beyond => beyond > 0.5).Prepend(0.5)
           let time = times.All.Percentile(1 - beyond)
           where time > 0
           select (1 / beyond, time.Value),
    ];

    private static List<List<(double X, double Y)>> Loads(LatencyAnalysis analysis, StoredState state)
    {
        var loads =
            from load in analysis.Run.Protocol.Rates.Select(LatencyLoad.OfRate).Concat(analysis.Run.Protocol.Shares.Select(LatencyLoad.OfShare))
            let rate = analysis.RateOf(state.Name, load)
            where rate is not null
            orderby rate
            select (Rate: rate.Value, Time: analysis.ResponseTimes(state.Name, load)?.All.Percentile(0.99));
        List<List<(double X, double Y)>> parts = [];
        var missed = true;
        foreach (var (rate, time) in loads)
        {
            if (time > 0)
            {
                if (missed)
                {
                    parts.Add([]);
                }

                parts[^1].Add((rate, time.Value));
            }

            missed = !(time > 0);
        }

        return parts;
    }

    private static IEnumerable<(double At, string Label)> Ticks(double low, double high) =>
    [
        (low, ""),
        .. from power in Enumerable.Range(0, 13)
           from mantissa in Mantissas
           let rate = mantissa * Math.Pow(10, power)
           where rate > low && rate < high
           select (rate, rate >= 1e6 ? $"{FigureText.Significant(rate / 1e6)} M" : rate >= 1e3 ? $"{FigureText.Fixed(rate / 1e3, 0)} k" : FigureText.Fixed(rate, 0)),
        (high, ""),
    ];

    private static string ColourOf(StoredState state) => state.IsLimit ? "limit" : ReplyColour.Of(state);
}
