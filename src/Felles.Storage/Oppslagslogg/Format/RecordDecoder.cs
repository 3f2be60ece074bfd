using System.Buffers.Binary;
using System.Text;
using Felles.Kernel.Identifikatorer;

namespace Felles.Storage.Oppslagslogg.Format;

/// <summary>
/// Reads what <see cref="RecordEncoder"/> wrote. A body that does not hold together gives <c>false</c>, because the reader meets tampered
/// blocks too.
/// </summary>
internal static class RecordDecoder
{
    public static bool TryRead(ReadOnlySpan<byte> body, out LookupRecord record)
    {
        record = default;
        if (!RecordKeys.TryRead(body, out var keys))
            return false;
        var at = keys.TextsAt;
        if (!TryText(body, ref at, out var tjeneste) || !TryText(body, ref at, out var rute) || !TryText(body, ref at, out var metode)
            || !TryText(body, ref at, out var utfall) || !TryText(body, ref at, out var systembruker)
            || !TryText(body, ref at, out var clientId)
            || !TryText(body, ref at, out var jti) || !TryText(body, ref at, out var scope) || !TryText(body, ref at, out var pakke)
            || !TryText(body, ref at, out var parts) || !TryText(body, ref at, out var detalj)
            || !TryText(body, ref at, out var korrelasjonsid)
            || tjeneste is null || rute is null || metode is null || utfall is null)
        {
            return false;
        }

        record = new LookupRecord
        {
            Tidspunkt = new DateTimeOffset(keys.Ticks, TimeSpan.Zero),
            Type = (Oppslagstype)body[9],
            Status = BinaryPrimitives.ReadUInt16LittleEndian(body[10..]),
            Konsument = Number(keys.Konsument),
            Leverandoer = Number(keys.Leverandoer),
            Elementgrupper = BinaryPrimitives.ReadUInt64LittleEndian(body[20..]),
            Personer = keys.Personer.Length == 0 ? default : Keys(keys.Personer),
            Dokumenter = keys.Dokumenter.Length == 0 ? default : Documents(keys.Dokumenter),
            Tjeneste = tjeneste,
            Rute = rute,
            Metode = metode,
            Utfall = utfall,
            Systembruker = systembruker,
            ClientId = clientId,
            Jti = jti,
            Scope = scope,
            Pakke = pakke,
            Parts = parts,
            Detalj = detalj,
            Korrelasjonsid = korrelasjonsid,
        };
        return true;
    }

    private static Organisasjonsnummer? Number(int value) => value == 0 ? null : Organisasjonsnummer.FromValue(value);

    private static long[] Keys(ReadOnlySpan<byte> bytes)
    {
        var keys = new long[bytes.Length / sizeof(long)];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = BinaryPrimitives.ReadInt64LittleEndian(bytes[(i * sizeof(long))..]);
        return keys;
    }

    private static Dokumentidentifikator[] Documents(ReadOnlySpan<byte> bytes)
    {
        var documents = new Dokumentidentifikator[bytes.Length / Dokumentidentifikator.Bytes];
        for (var i = 0; i < documents.Length; i++)
            documents[i] = Dokumentidentifikator.FromBytes(bytes.Slice(i * Dokumentidentifikator.Bytes, Dokumentidentifikator.Bytes));
        return documents;
    }

    private static bool TryText(ReadOnlySpan<byte> body, ref int at, out string? text)
    {
        text = null;
        if (!Varint.TryRead(body, ref at, out var length))
            return false;
        if (length == 0)
            return true;
        if (length - 1 > (uint)(body.Length - at))
            return false;
        text = Encoding.UTF8.GetString(body.Slice(at, (int)length - 1));
        at += (int)length - 1;
        return true;
    }
}
