using System.Text.Json;
using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>Writes a look as its name.</summary>
internal sealed class LookConverter : JsonConverter<Look>
{
    public override Look Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var name = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return Look.All.FirstOrDefault(look => look.Name == name) ?? throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, Look value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
