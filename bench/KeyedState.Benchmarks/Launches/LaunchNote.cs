using System.Text.Json;

namespace KeyedState.Benchmarks.Launches;

/// <summary>What a launch tells of itself beyond BenchmarkDotNet's measurements, in a file that the suite reads.</summary>
internal sealed record LaunchNote
{
    /// <summary>What ended the launch early, in one line; null when nothing did.</summary>
    public string? Error { get; init; }

    public double WarmupSeconds { get; init; }

    public bool CompilerQuiet { get; init; }

    public int ProcessorCount { get; init; }

    public IReadOnlyList<string> ThreadMasks { get; init; } = [];

    public int PeakPoolThreads { get; init; }

    /// <summary>Every invocation after the warm-up, in order: BenchmarkDotNet's own warm-up, the measured ones, the one for its diagnosers.</summary>
    public IReadOnlyList<InvocationNote> Invocations { get; init; } = [];

    public static LaunchNote? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<LaunchNote>(File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            return null;
        }
    }

    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this));
}
