using Felles.Kernel.Identifikatorer;
using Felles.Storage.Oppslagslogg;
using Felles.Storage.Oppslagslogg.Format;

namespace Felles.Storage.Tests.Oppslagslogg;

public sealed class RecordFormatTests
{
    public static TheoryData<int> Numbers => [0, 1, 41, 42, 43, 127, 128, 1024];

    [Theory, MemberData(nameof(Numbers))]
    public void What_is_written_is_read_back(int length)
    {
        var record = Oppslag.Bulk(Enumerable.Range(0, length).Select(i => (long)i << 40), length) with
        {
            Leverandoer = Organisasjonsnummer.FromValue(310_000_002),
            Systembruker = "",
            Parts = new string('å', length),
            Detalj = new string('x', length),
            Jti = null,
            Dokumenter = Oppslag.Enkelt(1, length).Dokumenter,
        };
        var read = RoundTrip(record);
        Assert.Equal(record.Personer.ToArray(), read.Personer.ToArray());
        Assert.Equal(record.Dokumenter.ToArray(), read.Dokumenter.ToArray());
        Assert.Equal(record with { Personer = default, Dokumenter = default }, read with { Personer = default, Dokumenter = default });
    }

    [Fact]
    public void A_text_from_a_client_cannot_swell_the_log() =>
        Assert.Equal(1024, RoundTrip(Oppslag.Enkelt(1, 1) with { Korrelasjonsid = new string('k', 5000) }).Korrelasjonsid!.Length);

    [Fact]
    public void A_body_cut_or_changed_anywhere_never_throws()
    {
        var whole = Write(Oppslag.Enkelt(1, 1));
        for (var i = 0; i < whole.Length; i++)
        {
            RecordDecoder.TryRead(whole.AsSpan(0, i), out _);
            for (var bit = 1; bit < 256; bit <<= 1)
            {
                var changed = whole.ToArray();
                changed[i] ^= (byte)bit;
                RecordDecoder.TryRead(changed, out _);
            }
        }

        Assert.False(RecordDecoder.TryRead(whole.AsSpan(0, whole.Length - 1), out _));
    }

    private static LookupRecord RoundTrip(LookupRecord record)
    {
        Assert.True(RecordDecoder.TryRead(Write(record), out var read));
        return read;
    }

    private static byte[] Write(LookupRecord record)
    {
        var buffer = new byte[RecordEncoder.MaxSize(record)];
        return buffer[..RecordEncoder.Write(record, buffer)];
    }
}
