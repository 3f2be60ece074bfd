using System.Text.Json.Serialization;
using Felles.Client.Administrasjon;
using Felles.Client.Folkeregister;
using Felles.Client.Sandkasse;
using Felles.Client.Token;

namespace Felles.Client;

/// <summary>Source-generated reading and writing: no reflection, and members that the client does not know are ignored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Klientfil))]
[JsonSerializable(typeof(Tokenmetadata))]
[JsonSerializable(typeof(Tokensvar))]
[JsonSerializable(typeof(Bulkforespoersel))]
[JsonSerializable(typeof(Bulksvar))]
[JsonSerializable(typeof(Soekesvar))]
[JsonSerializable(typeof(Importkvittering))]
[JsonSerializable(typeof(Rolletildeling))]
[JsonSerializable(typeof(Loggkontroll))]
[JsonSerializable(typeof(Forklaring))]
[JsonSerializable(typeof(Sertifikatbestilling))]
[JsonSerializable(typeof(Testsertifikat))]
internal sealed partial class Klientjson : JsonSerializerContext;
