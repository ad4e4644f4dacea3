using System.Globalization;
using System.Security;
using System.Text;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>Collects the elements of a picture, with any text made safe and every number the same under all cultures.</summary>
internal sealed class SvgDrawing
{
    private readonly StringBuilder elements = new();

    /// <summary>All elements so far, one on a line.</summary>
    public string Elements => elements.ToString();

    public void Text(string css, double x, double y, double size, string text, string anchor = "start") =>
        Add($"<text class=\"{css}\" x=\"{Number(x)}\" y=\"{Number(y)}\" font-size=\"{Number(size)}\" text-anchor=\"{anchor}\">{Escape(text)}</text>");

    public void Line(string css, double x1, double y1, double x2, double y2) =>
        Add($"<line class=\"{css}\" x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\"/>");

    public void Dot(string css, double x, double y, double radius) =>
        Add($"<circle class=\"{css}\" cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"{Number(radius)}\"/>");

    /// <summary>An open line through points.</summary>
    public void Path(string css, IEnumerable<(double X, double Y)> points) => Add($"<polyline class=\"{css}\" points=\"{Points(points)}\"/>");

    /// <summary>A closed shape.</summary>
    public void Shape(string css, IEnumerable<(double X, double Y)> points) => Add($"<polygon class=\"{css}\" points=\"{Points(points)}\"/>");

    /// <summary>A number of pixels, to a tenth.</summary>
    public static string Number(double pixels) => pixels.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Text as the content of an element or an attribute.</summary>
    public static string Escape(string text) => SecurityElement.Escape(PlainText.OneLine(text));

    private static string Points(IEnumerable<(double X, double Y)> points) =>
        string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"));

    private void Add(string element) => elements.Append(element).Append('\n');
}
