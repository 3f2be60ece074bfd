using System.Buffers;
using Felles.Folkeregister.Persondokument.Xml;

namespace Felles.Folkeregister.Hendelser.Oppslag;

/// <summary>An event document in XML (<c>dokumentForHendelse</c>, namespace
/// <c>folkeregisteret:tilgjengeliggjoering:hendelse:v1</c>).</summary>
internal static class Hendelsesxml
{
    private const string Navnerom = "folkeregisteret:tilgjengeliggjoering:hendelse:v1";

    public static void Skriv(ReadOnlySpan<byte> json, IBufferWriter<byte> ut) => Xmlskriver.Skriv("dokumentForHendelse", Navnerom, json, ut);
}
