using System.Text.RegularExpressions;

namespace KeyedState.Results;

/// <summary>Names that may become folders: they cannot leave the folder they are put in, on any system.</summary>
internal static partial class FolderName
{
    /// <summary>Whether the name is lower-case letters, digits and single hyphens between them, at most 120 characters.</summary>
    public static bool IsOne(string name) => name.Length <= 120 && Shape().IsMatch(name);

    /// <summary>The readable part of any text: lower-case letters and digits, with a hyphen for everything between.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="longest">The most characters.</param>
    public static string SlugOf(string text, int longest)
    {
        var slug = Others().Replace(text.ToLowerInvariant(), "-").Trim('-');
        return slug[..Math.Min(slug.Length, longest)].TrimEnd('-');
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Shape();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Others();
}
