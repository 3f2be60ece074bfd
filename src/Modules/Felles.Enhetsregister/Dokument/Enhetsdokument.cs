using System.Text.Json;
using Felles.Enhetsregister.Contracts;

namespace Felles.Enhetsregister.Dokument;

/// <summary>A unit and its bytes.</summary>
internal static class Enhetsdokument
{
    public static byte[] Skriv(Enhet enhet) => JsonSerializer.SerializeToUtf8Bytes(enhet, Enhetskontekst.Wire.Enhet);

    public static Enhet Les(ReadOnlySpan<byte> dokument) => JsonSerializer.Deserialize(dokument, Enhetskontekst.Wire.Enhet)!;
}
