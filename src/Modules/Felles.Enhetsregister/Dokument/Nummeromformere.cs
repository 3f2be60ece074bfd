using System.Text.Json;
using System.Text.Json.Serialization;
using Felles.Kernel.Identifikatorer;

namespace Felles.Enhetsregister.Dokument;

// Documents are judged before they are stored, so a number that cannot be read here is a bug, and the exception tells no value.
internal sealed class Organisasjonsnummeromformer : JsonConverter<Organisasjonsnummer>
{
    public override Organisasjonsnummer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Organisasjonsnummer.TryParse(reader.GetString(), out var nummer) ? nummer : throw new JsonException("Not an organisation number.");

    public override void Write(Utf8JsonWriter writer, Organisasjonsnummer value, JsonSerializerOptions options)
    {
        Span<byte> sifre = stackalloc byte[9];
        value.TryFormatUtf8(sifre, out var antall);
        writer.WriteStringValue(sifre[..antall]);
    }
}

internal sealed class Personnummeromformer : JsonConverter<Folkeregisteridentifikator>
{
    public override Folkeregisteridentifikator Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Folkeregisteridentifikator.TryParse(reader.GetString(), out var nummer) ? nummer : throw new JsonException("Not a person number.");

    public override void Write(Utf8JsonWriter writer, Folkeregisteridentifikator value, JsonSerializerOptions options)
    {
        Span<byte> sifre = stackalloc byte[11];
        value.TryFormatUtf8(sifre, out var antall);
        writer.WriteStringValue(sifre[..antall]);
    }
}
