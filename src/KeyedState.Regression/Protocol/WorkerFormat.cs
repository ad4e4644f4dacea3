using System.Text.Json;
using System.Text.Json.Serialization;

namespace KeyedState.Regression;

/// <summary>
/// How requests and answers are written. The serialisers are generated at build time: a worker compiles everything
/// that it runs when it starts, and reflection would be most of it.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    MaxDepth = Depth,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(WorkerRequest))]
[JsonSerializable(typeof(WorkerReply))]
[JsonSerializable(typeof(HelloReply))]
[JsonSerializable(typeof(CheckReply))]
[JsonSerializable(typeof(PilotReply))]
[JsonSerializable(typeof(SliceReply))]
[JsonSerializable(typeof(SeriesReply))]
[JsonSerializable(typeof(RetainReply))]
[JsonSerializable(typeof(CreateReply))]
[JsonSerializable(typeof(LatencyReply))]
public sealed partial class WorkerFormat : JsonSerializerContext
{
    private const int Depth = 8;

    /// <summary>Reads a line.</summary>
    /// <typeparam name="T">A request or an answer.</typeparam>
    /// <param name="line">The line.</param>
    /// <exception cref="JsonException">It is no such object.</exception>
    public static T Read<T>(string line)
    {
        try
        {
            return (T?)JsonSerializer.Deserialize(line, typeof(T), Default) ?? throw new JsonException("null");
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            // What the reader says of text that escapes or holds half a character.
            throw new JsonException("no text", error);
        }
    }

    /// <summary>Reads an answer and looks whether it can be one.</summary>
    /// <typeparam name="T">The kind of answer.</typeparam>
    /// <param name="line">The line.</param>
    /// <param name="problem">What about it cannot be; null when all is well.</param>
    /// <exception cref="JsonException">It is no such object.</exception>
    public static T ReadReply<T>(string line, out string? problem)
        where T : WorkerReply
    {
        var answer = Read<T>(line);
        problem = answer.Error is null ? answer.Problem : null;
        return answer;
    }

    /// <summary>The version of the protocol that a line names, also one in a form that <see cref="Read"/> refuses.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The version; null where the line names none.</returns>
    public static int? VersionIn(string line)
    {
        try
        {
            using var answer = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = Depth, AllowDuplicateProperties = false });
            return answer.RootElement is { ValueKind: JsonValueKind.Object } named && named.TryGetProperty("protocol", out var version)
                && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) ? number : null;
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Writes a line, without its end.</summary>
    /// <param name="message">A request or an answer.</param>
    public static string Write(object message) => JsonSerializer.Serialize(message, message.GetType(), Default);
}
