using System.Text.Json;
using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>How a stored run is written as JSON, and how strictly it is read back.</summary>
internal static class RunFormat
{
    /// <summary>No run nests deeper than 8; a file that does is refused before it costs anything.</summary>
    private const int Depth = 16;

    /// <summary>How a run is read, and how one of its launches is written: on one line.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        MaxDepth = Depth,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>How a run is written: for people and version control, but a launch, a metric or the cards on a line, since a number a line doubles the size.</summary>
    public static JsonSerializerOptions WriteOptions { get; } = new(Options)
    {
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new LineConverter<StoredLaunch>(), new LineConverter<StoredMetric>(), new LineConverter<StoredCards>(), new LineConverter<StoredSeries>(), new LineConverter<StoredLatencyLaunch>(), new LineConverter<StoredGoLaunch>(), new LineConverter<StoredStoreLaunch>(), new LineConverter<StoredKill>(), new LineConverter<StoredSiloTrial>(), new LineConverter<StoredCapabilities>(), new LineConverter<StoredAxis>(), new LineConverter<StoredAbsence>() },
    };

    public static JsonDocumentOptions DocumentOptions { get; } = new() { MaxDepth = Depth, AllowDuplicateProperties = false };

    public static JsonReaderOptions ReaderOptions { get; } = new() { MaxDepth = Depth };
}
