using System.Buffers.Text;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Folkeregister.Persondokument.Modell;
using Felles.Folkeregister.Persondokument.Wire;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Lager;

/// <summary>What a person is found by, read from the current entries of the document.</summary>
internal readonly record struct Soekerad(bool Doed, short Foedselsaar, short Kjoenn, Personstatus? Status, Adressegradering Gradering)
{
    /// <summary>yyyymmdd; 0 when the day is not known.</summary>
    public int Foedselsdato { get; init; }

    /// <summary>0 for the living, and when the year is not known.</summary>
    public short Doedsaar { get; init; }

    /// <summary>One more than the code; 0 for none.</summary>
    public short Sivilstand { get; init; }

    /// <summary>The codes of the current citizenships, each with a space on both sides; empty for none.</summary>
    public string Statsborgerskap { get; init; } = "";

    public static short Kode(Kjoenn kjoenn) => (short)(kjoenn == Felles.Kernel.Identifikatorer.Kjoenn.Mann ? 2 : 1);

    public static Soekerad Av(ReadOnlySpan<byte> dokument, in Dokumentindeks indeks)
    {
        short aar = 0;
        short kjoenn = 0;
        var foedselsdato = 0;
        short doedsaar = 0;
        short sivilstand = 0;
        var statsborgerskap = "";
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
                    aar = Aar(Felt(oppfoering, "foedselsaar"u8));
                    foedselsdato = Dato(Felt(oppfoering, "foedselsdato"u8));
                    break;
                case Personelement.Doedsfall:
                    doed = true;
                    doedsaar = Aar(Felt(oppfoering, "doedsdato"u8));
                    break;
                case Personelement.Sivilstand:
                    sivilstand = Kodenavn<Sivilstandstype>.TryLes(Felt(oppfoering, "sivilstand"u8), out var type) ? (short)(type + 1) : (short)0;
                    break;
                case Personelement.Statsborgerskap:
                    statsborgerskap = MedLand(statsborgerskap, Felt(oppfoering, "statsborgerskap"u8));
                    break;
                default:
                    break;
            }
        }

        return new Soekerad(doed, aar, kjoenn, status, indeks.Skjerming)
        {
            Foedselsdato = foedselsdato,
            Doedsaar = doedsaar,
            Sivilstand = sivilstand,
            Statsborgerskap = statsborgerskap,
        };
    }

    /// <summary>
    /// The text of a member of an entry; empty when it has none. Only for members whose values are plain codes and digits.
    /// </summary>
    public static ReadOnlySpan<byte> Felt(ReadOnlySpan<byte> oppfoering, ReadOnlySpan<byte> navn)
    {
        var medlemmer = new Medlemsleser(oppfoering, 0);
        while (medlemmer.Neste())
        {
            if (medlemmer.Navn.SequenceEqual(navn))
                return medlemmer.Verdi is [(byte)'"', .. var tekst, _] ? tekst : medlemmer.Verdi;
        }

        return default;
    }

    private static short Aar(ReadOnlySpan<byte> tekst) => Utf8Parser.TryParse(tekst, out short aar, out _) && aar > 0 ? aar : (short)0;

    private static int Dato(ReadOnlySpan<byte> tekst) =>
        tekst.Length == 10 && Utf8Parser.TryParse(tekst[..4], out int aar, out _) && Utf8Parser.TryParse(tekst[5..7], out int maaned, out _)
            && Utf8Parser.TryParse(tekst[8..], out int dag, out _)
            ? (((aar * 100) + maaned) * 100) + dag
            : 0;

    private static string MedLand(string koder, ReadOnlySpan<byte> land)
    {
        if (koder.Length == 0 && land.SequenceEqual("NOR"u8))
            return " NOR ";
        return land.Length == 3 && System.Text.Ascii.IsValid(land) && !land.ContainsAnyExceptInRange((byte)'A', (byte)'Z')
            ? $"{(koder.Length == 0 ? " " : koder)}{System.Text.Encoding.ASCII.GetString(land)} "
            : koder;
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
