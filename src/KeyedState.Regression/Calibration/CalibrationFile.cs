using System.Text.Json;
using System.Text.Json.Serialization;

namespace KeyedState.Regression;

/// <summary>The launches of one experiment on disk: a JSON object a line, a line a launch.</summary>
public static class CalibrationFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { MaxDepth = 8, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <summary>The launches of a file, a half-written last one left out; none where there is no file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">A line other than the last is not one of these.</exception>
    public static IReadOnlyList<CalibrationLaunch> Load(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var texts = File.ReadAllLines(path);
        var lines = new List<CalibrationLaunch>(texts.Length);
        foreach (var (text, number) in texts.Select((text, number) => (text, number)))
        {
            try
            {
                lines.Add(Checked(JsonSerializer.Deserialize<CalibrationLaunch>(text, Options)));
            }
            catch (JsonException error)
            {
                // A run that was killed leaves half a line at the end at worst.
                if (number < texts.Length - 1)
                {
                    throw new FormatException($"{path} is damaged at line {number + 1}: delete it, and the experiment starts again.", error);
                }
            }
        }

        return lines;
    }

    /// <summary>Appends a launch.</summary>
    /// <param name="path">The file, which is made when it is missing.</param>
    /// <param name="launch">The launch.</param>
    public static void Append(string path, CalibrationLaunch launch)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        EndHalfLine(path);
        File.AppendAllText(path, JsonSerializer.Serialize(launch, Options) + "\n");
    }

    private static void EndHalfLine(string path)
    {
        using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite);
        for (var end = stream.Length; end > 0; end--)
        {
            stream.Position = end - 1;
            if (stream.ReadByte() == '\n')
            {
                stream.SetLength(end);
                return;
            }
        }

        stream.SetLength(0);
    }

    private static CalibrationLaunch Checked(CalibrationLaunch? launch) =>
        launch is { Comparison: >= 0, Round: 1 or 2, Pairs.Count: > 0 } && launch.Pairs.All(IsWhole) ? launch : throw new JsonException("no launch");

    private static bool IsWhole(CalibrationPair? pair) =>
        pair is { Subject.State: not null, Base.Count: > 0, Head.Count: > 0 } && pair.Base.Concat(pair.Head).All(time => double.IsFinite(time) && time > 0);
}
