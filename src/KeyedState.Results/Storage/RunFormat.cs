using System.Text.Json;
using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>How a stored run is written as JSON, and how strictly it is read back.</summary>
internal static class RunFormat
{
    /// <summary>No run nests deeper than 5; a file that does is refused before it costs anything.</summary>
    private const int Depth = 16;

    public static JsonSerializerOptions Options { get; } = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        MaxDepth = Depth,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    public static JsonDocumentOptions DocumentOptions { get; } = new() { MaxDepth = Depth, AllowDuplicateProperties = false };
}
