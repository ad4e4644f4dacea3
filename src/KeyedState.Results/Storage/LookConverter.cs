using System.Text.Json;
using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>Writes a look of a run as its name.</summary>
internal class LookConverter : JsonConverter<Look>
{
    /// <summary>The looks that can be read.</summary>
    protected virtual IReadOnlyList<Look> Known => Look.All;

    public override Look Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var name = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return Known.FirstOrDefault(look => look.Name == name) ?? throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, Look value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
