using System.Globalization;

namespace KeyedState.Reports;

/// <summary>A logarithmic axis whose ticks are round numbers at and around the data, as many as their labels have room for.</summary>
internal sealed class LogAxis
{
    private const double LabelSize = 10.5;
    private const double LabelGap = 10;
    private static readonly double[][] FineMantissas = [[.. Enumerable.Range(10, 90).Select(tenths => tenths / 10.0)], [1, 1.2, 1.4, 1.7, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8]];
    private static readonly double[][] Mantissas = [[1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]];

    private readonly double left;
    private readonly double width;

    private LogAxis(double left, double width, double[] ticks) => (this.left, this.width, Ticks) = (left, width, ticks);

    /// <summary>The ticks, rising; the first and the last are the axis's ends.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>An axis that holds all values.</summary>
    /// <param name="values">Positive values, at least one.</param>
    /// <param name="left">Where it begins, in pixels.</param>
    /// <param name="width">How wide it is, in pixels.</param>
    public static LogAxis Over(IReadOnlyCollection<double> values, double left, double width)
    {
        var (low, high) = (values.Min() * 0.94, values.Max() * 1.06);
        var fitting = Candidates(Mantissas, low, high).First(ticks => LabelsFit(ticks, width, Width));
        return new(left, width, fitting);
    }

    /// <summary>An upright axis that holds all values and goes little beyond, since labels above each other need less room.</summary>
    /// <param name="values">Positive values, at least one.</param>
    /// <param name="height">How high it is, in pixels; it begins at 0.</param>
    public static LogAxis Upright(IReadOnlyCollection<double> values, double height)
    {
        var (low, high) = (values.Min() * 0.97, values.Max() * 1.03);
        var fitting = Candidates([.. FineMantissas, .. Mantissas], low, high).First(ticks => LabelsFit(ticks, height, _ => LabelSize));
        return new(0, height, fitting);
    }

    /// <summary>Where a value lies, in pixels.</summary>
    /// <param name="value">A value within the ticks.</param>
    public double At(double value) => left + (width * Math.Log(value / Ticks[0]) / Math.Log(Ticks[^1] / Ticks[0]));

    /// <summary>A tick's label.</summary>
    public static string Label(double tick) => tick is >= 1e6 or < 1e-3
        ? tick.ToString("0.#e0", CultureInfo.InvariantCulture)
        : tick.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Ticks from dense to sparse; the last resort has two, which always fit.</summary>
    private static IEnumerable<double[]> Candidates(double[][] choices, double low, double high)
    {
        foreach (var mantissas in choices)
        {
            yield return Around(low, high, mantissas, 1);
        }

        for (var decades = 2; decades < 1000; decades++)
        {
            yield return Around(low, high, [1], decades);
        }
    }

    private static double[] Around(double low, double high, double[] mantissas, int decades)
    {
        var first = (int)Math.Floor(Math.Log10(low) / decades) * decades;
        var last = (int)Math.Ceiling(Math.Log10(high) / decades) * decades;
        double[] all =
        [
            .. from step in Enumerable.Range(0, ((last - first) / decades) + 1)
               from mantissa in mantissas
               select mantissa * Math.Pow(10, first + (step * decades)),
        ];
        var from = Math.Max(0, Array.FindLastIndex(all, tick => tick <= low));
        var to = Array.FindIndex(all, tick => tick >= high);

        // The logarithm of a value a hair above a power of ten is rounded down to it, and then no tick is above the value.
        return to < 0 ? all[from..] : all[from..(to + 1)];
    }

    private static bool LabelsFit(double[] ticks, double width, Func<double, double> room)
    {
        var whole = Math.Log(ticks[^1] / ticks[0]);
        return ticks.Length <= 9 && ticks.Zip(ticks.Skip(1)).All(pair =>
            width * Math.Log(pair.Second / pair.First) / whole >= LabelGap + ((room(pair.First) + room(pair.Second)) / 2));
    }

    private static double Width(double tick) => TextWidth.Of(Label(tick), LabelSize);
}
