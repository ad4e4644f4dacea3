using System.Diagnostics;

namespace KeyedState.Stores;

/// <summary>Reads all that a process prints, so that it never waits for a reader, and keeps the last of it.</summary>
internal sealed class LastLines
{
    private const int Most = 8;

    private readonly Queue<string> lines = new();

    /// <summary>Begins to read what a process prints to its output and its errors, both of which are redirected.</summary>
    /// <param name="process">The process.</param>
    public void ReadAll(Process process)
    {
        process.OutputDataReceived += (_, received) => Keep(received.Data);
        process.ErrorDataReceived += (_, received) => Keep(received.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The last lines that were not empty, in one line.</summary>
    public override string ToString()
    {
        lock (lines)
        {
            return string.Join(" / ", lines);
        }
    }

    private void Keep(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (lines)
        {
            lines.Enqueue(line.Trim());
            if (lines.Count > Most)
            {
                lines.Dequeue();
            }
        }
    }
}
