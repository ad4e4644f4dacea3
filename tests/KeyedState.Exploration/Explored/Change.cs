namespace KeyedState.Exploration;

/// <summary>A text in a source file that a variant has otherwise.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Text">The text, which occurs once.</param>
/// <param name="Instead">What stands in its place.</param>
internal sealed record Change(string File, string Text, string Instead)
{
    public string ApplyTo(string source)
    {
        var parts = source.Split(Text);
        Assert.True(parts.Length == 2, $"{File} has “{Text}” {parts.Length - 1} times. The change that is to be found must follow the source.");
        return string.Join(Instead, parts);
    }
}
