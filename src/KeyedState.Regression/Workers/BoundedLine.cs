using System.Text;

namespace KeyedState.Regression;

/// <summary>Reads a line that whoever writes it can't make endless.</summary>
internal static class BoundedLine
{
    /// <summary>Far longer than any answer, in characters.</summary>
    public const int Longest = 1 << 20;

    /// <summary>The next line without its end; null at the end of the input.</summary>
    /// <exception cref="InvalidDataException">The line is longer than <see cref="Longest"/>.</exception>
    public static async Task<string?> ReadAsync(StreamReader reader)
    {
        var line = new StringBuilder();
        var buffer = new char[1];
        while (await reader.ReadAsync(buffer) == 1)
        {
            if (buffer[0] == '\n')
            {
                return line.ToString();
            }

            if (line.Append(buffer[0]).Length > Longest)
            {
                throw new InvalidDataException("The line does not end.");
            }
        }

        return line.Length > 0 ? line.ToString() : null;
    }
}
