using System.Globalization;
using System.Xml.Linq;

namespace KeyedState.Tests.Reports;

/// <summary>Where a text is at most, by widths that no usual face exceeds on average.</summary>
internal sealed record TextBox(string Text, double Left, double Right, double Top, double Bottom)
{
    public static TextBox Of(XElement element)
    {
        var (x, y, size) = (Number(element, "x"), Number(element, "y"), Number(element, "font-size"));
        var width = size * element.Value.Sum(Ems);
        var left = (string)element.Attribute("text-anchor")! switch { "end" => x - width, "middle" => x - (width / 2), _ => x };
        return new(element.Value, left, left + width, y - (0.72 * size), y + (0.2 * size));
    }

    private static double Ems(char character) => character switch
    {
        'm' or 'w' or 'W' or 'M' or '%' or '@' => 0.9,
        >= 'A' and <= 'Z' => 0.75,
        ' ' or '.' or ',' or ':' or 'i' or 'j' or 'l' or 't' or 'f' or 'r' or '(' or ')' => 0.38,
        _ => 0.6,
    };

    public bool Overlaps(TextBox other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
