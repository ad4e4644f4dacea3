using System.Globalization;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>Numbers as people read them, the same under every culture.</summary>
public static class FigureText
{
    /// <summary>What stands for a figure that is absent; never zero.</summary>
    public const string Absent = "–";

    /// <summary>Three significant digits: 1240, 126, 18.4, 0.0512; with an exponent below a thousandth and from ten millions on.</summary>
    /// <param name="value">A finite number of any size.</param>
    public static string Significant(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        if (Math.Abs(value) is < 1e-3 or >= 1e7)
        {
            return value.ToString("0.00e0", CultureInfo.InvariantCulture);
        }

        if (Math.Abs(value) >= 1e3)
        {
            var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2);
            return Fixed(unit * Math.Round(value / unit, MidpointRounding.AwayFromZero), 0);
        }

        // 99.96 has one digit more once it is rounded.
        var rounded = Math.Round(value, Decimals(value), MidpointRounding.AwayFromZero);
        return Fixed(rounded, Decimals(rounded));
    }

    /// <summary>Two significant digits, as the first screen has them: 130, 18, 0.051.</summary>
    /// <param name="value">A finite number of any size.</param>
    public static string Rounded(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 1);
        var rounded = Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit;
        return Fixed(rounded, Math.Max(0, 1 - (int)Math.Floor(Math.Log10(Math.Abs(rounded) * (1 + 1e-9)))));
    }

    /// <summary>A fixed number of decimals, and never a negative zero.</summary>
    /// <param name="value">A finite number.</param>
    /// <param name="decimals">How many.</param>
    public static string Fixed(double value, int decimals)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("F" + decimals, CultureInfo.InvariantCulture);
    }

    /// <summary>Bytes per operation: 0, 0.05, 7.25, 248, 1240. Less than half a hundredth of a byte reads as 0.</summary>
    /// <param name="bytes">A finite number.</param>
    public static string Bytes(double bytes) => Math.Abs(bytes) < 0.995
        ? Fixed(bytes, 2) is var hundredths && hundredths == "0.00" ? "0" : hundredths
        : Significant(bytes);

    /// <summary>A number of things.</summary>
    /// <param name="count">How many.</param>
    public static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>A share from 0 to 1 as whole percent.</summary>
    /// <param name="share">The share.</param>
    public static string Percent(double share) => Fixed(100 * share, 0) + " %";

    /// <summary>The centre alone, or the dash.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="unit">What one of the unit that is shown holds.</param>
    public static string Center(Figure figure, double unit = 1) =>
        figure.Estimate is { } estimate ? Significant(estimate.Center / unit) : Absent;

    /// <summary>The centre and, where there is one, the interval in parentheses; or the dash.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="unit">What one of the unit that is shown holds.</param>
    public static string WithInterval(Figure figure, double unit = 1) => figure.Estimate switch
    {
        null => Absent,
        { Lower: { } lower, Upper: { } upper } estimate =>
            $"{Significant(estimate.Center / unit)} ({Significant(lower / unit)}–{Significant(upper / unit)})",
        { } estimate => Significant(estimate.Center / unit),
    };

    /// <summary>The lowest and the highest of several values, or the one where they read the same; the dash where there is none.</summary>
    /// <param name="values">Finite numbers.</param>
    /// <param name="text">How one of them reads; null for three significant digits.</param>
    public static string Range(IReadOnlyCollection<double> values, Func<double, string>? text = null)
    {
        if (values.Count == 0)
        {
            return Absent;
        }

        var (low, high) = ((text ?? Significant)(values.Min()), (text ?? Significant)(values.Max()));
        return low == high ? low : $"{low}–{high}";
    }

    private static int Decimals(double value) => Math.Max(0, 2 - (int)Math.Floor(Math.Log10(Math.Abs(value))));
}
