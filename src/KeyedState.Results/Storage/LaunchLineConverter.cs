using System.Text.Json;
using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>Writes a launch on one line of an indented run.</summary>
internal sealed class LaunchLineConverter : JsonConverter<StoredLaunch>
{
    public override StoredLaunch? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<StoredLaunch>(ref reader, RunFormat.Options);

    public override void Write(Utf8JsonWriter writer, StoredLaunch value, JsonSerializerOptions options) =>
        // A raw value gets no line of its own from the writer.
        writer.WriteRawValue("\n    " + JsonSerializer.Serialize(value, RunFormat.Options), skipInputValidation: true);
}
