using System.Text.Json;
using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>Writes an entry of a run's list on one line of an indented run.</summary>
/// <typeparam name="T">The entry.</typeparam>
internal sealed class LineConverter<T> : JsonConverter<T>
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<T>(ref reader, RunFormat.Options);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        // A raw value gets no line of its own from the writer.
        writer.WriteRawValue("\n    " + JsonSerializer.Serialize(value, RunFormat.Options), skipInputValidation: true);
}
