using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Felles.Enhetsregister.Contracts;

namespace Felles.Enhetsregister.Dokument;

/// <summary>Reads and writes units as JSON. Letters are written as themselves, as the open interface does.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Enhet))]
internal sealed partial class Enhetskontekst : JsonSerializerContext
{
    public static Enhetskontekst Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new Organisasjonsnummeromformer(), new Personnummeromformer() },
    });
}
