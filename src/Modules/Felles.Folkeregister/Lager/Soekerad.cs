using System.Buffers.Text;
using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Lager;

/// <summary>What a person is found by, read from the current entries of the document.</summary>
internal readonly record struct Soekerad(bool Doed, short Foedselsaar, short Kjoenn, Personstatus? Status, Adressegradering Gradering)
{
    public static short Kode(Kjoenn kjoenn) => (short)(kjoenn == Felles.Kernel.Identifikatorer.Kjoenn.Mann ? 2 : 1);

    public static Soekerad Av(ReadOnlySpan<byte> dokument, in Dokumentindeks indeks)
    {
        short aar = 0;
        short kjoenn = 0;
        Personstatus? status = null;
        var doed = false;
        for (var i = 0; i < indeks.Antall; i++)
        {
            var post = indeks[i];
            if (!post.Gjeldende)
                continue;
            var oppfoering = dokument.Slice(post.Start, post.Lengde);
            switch (post.Element)
            {
                case Personelement.Status:
                    status = Statusverdi(Felt(oppfoering, "status"u8));
                    doed |= status == Personstatus.Doed;
                    break;
                case Personelement.Kjoenn:
                    kjoenn = Felt(oppfoering, "kjoenn"u8) is [(byte)'m', ..] ? (short)2 : (short)1;
                    break;
                case Personelement.Foedsel:
                    aar = Utf8Parser.TryParse(Felt(oppfoering, "foedselsaar"u8), out short lest, out _) ? lest : (short)0;
                    break;
                case Personelement.Doedsfall:
                    doed = true;
                    break;
                default:
                    break;
            }
        }

        return new Soekerad(doed, aar, kjoenn, status, indeks.Skjerming);
    }

    /// <summary>
    /// The text of a member of an entry; empty when it has none. Only for members whose values are plain codes and digits.
    /// </summary>
    public static ReadOnlySpan<byte> Felt(ReadOnlySpan<byte> oppfoering, ReadOnlySpan<byte> navn)
    {
        var leser = new Utf8JsonReader(oppfoering);
        leser.Read();
        while (leser.Read() && leser.TokenType == JsonTokenType.PropertyName)
        {
            var treff = leser.ValueTextEquals(navn);
            leser.Read();
            if (treff)
                return leser.ValueSpan;
            leser.Skip();
        }

        return default;
    }

    private static Personstatus? Statusverdi(ReadOnlySpan<byte> kode)
    {
        for (var status = Personstatus.Bosatt; status <= Personstatus.IkkeBosatt; status++)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(kode, status.ToString()))
                return status;
        }

        return null;
    }
}
