using System.Globalization;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>How a look was taken, in phrases of a page.</summary>
internal static class LookText
{
    /// <summary>Where launches ran and under what.</summary>
    public static string Placement(StoredPlacement placement)
    {
        var settings = placement.RuntimeSettings
            .OrderBy(setting => setting.Key, StringComparer.Ordinal)
            .Select(setting => MarkdownText.Code($"{setting.Key}={setting.Value}"))
            .ToArray();
        return string.Join(", ",
        [
            .. placement.Cores switch
            {
                Cores.One => ["pinned to the core before start-up and verified afterwards"],
                Cores.Some => ["bound to some of the cores before start-up"],
                _ => Array.Empty<string>(),
            },
            settings.Length == 0 ? "under the runtime's defaults" : $"under {Words.List(settings)}",
            placement.StateLifetime == StoredLifetime.Iteration ? "with a new instance of the state for every iteration" : "with one instance of the state for the whole launch",
        ]);
    }

    /// <summary>How a launch drove its state.</summary>
    public static string Protocol(StoredProtocol protocol) =>
        $"{MarkdownText.Escape(protocol.Name)}, {FigureText.Count(protocol.Iterations)} measured iterations, no outlier removed, "
        + (protocol.WindowMilliseconds is { } window ? $"each with as many operations as take about {Number(window)} ms" : "each with a constant number of operations")
        + protocol.RunMicroseconds switch
        {
            null => "",
            0 => "; a worker yields its thread after every operation",
            { } run => $"; a worker yields its thread after about {Number(run)} µs",
        };

    private static string Number(double aim) => aim.ToString("0.###", CultureInfo.InvariantCulture);
}
