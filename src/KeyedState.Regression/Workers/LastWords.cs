namespace KeyedState.Regression;

/// <summary>Reads what a process prints to its end and keeps the last of it, however much there is.</summary>
internal static class LastWords
{
    private const int Kept = 4096;

    /// <summary>The end of a text, at most some thousand characters.</summary>
    public static async Task<string> OfAsync(StreamReader reader)
    {
        var kept = "";
        var buffer = new char[Kept];
        while (await reader.ReadAsync(buffer) is var read and > 0)
        {
            kept += new string(buffer, 0, read);
            kept = kept[Math.Max(0, kept.Length - Kept)..];
        }

        return kept;
    }
}
