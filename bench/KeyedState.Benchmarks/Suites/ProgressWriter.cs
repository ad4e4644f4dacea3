using System.Globalization;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>Says which launch runs, how many there are, and how much time is left: one line that is rewritten on a terminal, plain lines elsewhere.</summary>
/// <param name="output">Where it is said.</param>
/// <param name="width">How many columns the terminal has, asked before each line; null where the output is none on which a line can be rewritten.</param>
/// <param name="time">The clock.</param>
internal sealed class ProgressWriter(TextWriter output, Func<int>? width, TimeProvider time)
{
    private const int LongestLine = 2_000;

    private int total;
    private bool lineIsOpen;
    private int started;
    private long firstStart;

    /// <summary>Says something that is not about one launch.</summary>
    public void Say(string line)
    {
        EndLine();

        // Part of it may come from a launch or an exception, and must not move a cursor.
        output.WriteLine(PlainText.OneLine(line, LongestLine));
    }

    /// <summary>Says how many launches there will be.</summary>
    public void Expect(int launches) => total = launches;

    /// <summary>Says that there will be one more.</summary>
    public void Add() => total++;

    /// <summary>Says that a launch will not be made.</summary>
    public void Skip() => total--;

    /// <summary>Says that a launch starts.</summary>
    public void Start(PlannedLaunch launch)
    {
        if (started == 0)
        {
            firstStart = time.GetTimestamp();
        }

        var count = string.Create(CultureInfo.InvariantCulture, $"[{started + 1}/{total}] ");
        var what = string.Create(CultureInfo.InvariantCulture, $"{launch.Entry.Name}, {launch.Look.Look.Name}, round {launch.Round + 1}");
        var left = TimeLeft();
        started++;
        if (width is null)
        {
            output.WriteLine(count + what + left);
        }
        else
        {
            // What is written into the last column would begin a new line on some terminals.
            var room = width() - 1;
            var line = count + Shorten(what, room - count.Length - left.Length) + left;
            output.Write("\r" + line.PadRight(Math.Max(0, room))[..Math.Max(0, room)]);
            lineIsOpen = true;
        }
    }

    /// <summary>Ends the rewritten line, so that what follows stands on its own.</summary>
    public void EndLine()
    {
        if (lineIsOpen)
        {
            output.WriteLine();
            lineIsOpen = false;
        }
    }

    private static string Shorten(string text, int room) => text.Length <= room ? text : text[..Math.Max(0, room - 1)] + "…";

    private string TimeLeft()
    {
        if (started == 0)
        {
            return string.Empty;
        }

        var left = time.GetElapsedTime(firstStart) / started * (total - started);
        return left >= TimeSpan.FromMinutes(1)
            ? string.Create(CultureInfo.InvariantCulture, $", {left.TotalMinutes:0} min left")
            : string.Create(CultureInfo.InvariantCulture, $", {left.TotalSeconds:0} s left");
    }
}
