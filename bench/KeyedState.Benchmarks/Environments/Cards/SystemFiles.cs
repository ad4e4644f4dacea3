using System.Globalization;

namespace KeyedState.Benchmarks.Environments.Cards;

/// <summary>The files in which Linux tells of the machine, below /sys and /proc.</summary>
/// <param name="root">Where they are: "/", or in tests another folder.</param>
internal sealed class SystemFiles(string root)
{
    /// <summary>This machine's. There are none of them on other systems.</summary>
    public static SystemFiles OfThisMachine { get; } = new("/");

    /// <summary>A file's text without the space around it; null where it can't be read.</summary>
    /// <param name="path">The path below the root.</param>
    public string? Text(string path)
    {
        try
        {
            return File.ReadAllText(Path.Combine(root, path)).Trim();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The names of the folders in a folder; none where it can't be read.</summary>
    /// <param name="path">The path below the root.</param>
    public IReadOnlyList<string> Folders(string path)
    {
        try
        {
            return [.. Directory.GetDirectories(Path.Combine(root, path)).Select(folder => Path.GetFileName(folder)!)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>A file's number; null where it has none.</summary>
    /// <param name="path">The path below the root.</param>
    public double? Number(string path) =>
        double.TryParse(Text(path), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
