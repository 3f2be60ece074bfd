using System.Buffers;
using System.Text;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Folkeregister.Persondokument.Modell;
using Felles.Folkeregister.Persondokument.Skjema;
using Felles.Folkeregister.Persondokument.Wire;

namespace Felles.Folkeregister.Hendelser.Dokument;

/// <summary>
/// The list <c>egenskapshendelse</c> of an event document, written as changes are made. An entry is as in the person document, without
/// <c>erGjeldende</c>, and an identity basis has its status under the name <c>legitimasjonskontroll</c> (OpenAPI 1.5, Hendelsedokument
/// 1.4).
/// </summary>
internal sealed class Egenskapsliste
{
    private static readonly (byte[] Navn, byte[] Entitet)[] Navn =
        [.. Enum.GetValues<Personelement>().Select(e =>
            (Encoding.UTF8.GetBytes(Personskjema.Felt(e).Navn), Encoding.UTF8.GetBytes(Entitet(e))))];

    private readonly ArrayBufferWriter<byte> ut = new(512);

    public bool Tom => ut.WrittenCount == 0;

    public ReadOnlyMemory<byte> Skrevet => ut.WrittenMemory;

    /// <summary>Every entry of a new person.</summary>
    public static ReadOnlyMemory<byte> AvNyPerson(ReadOnlySpan<byte> dokument, ReadOnlySpan<byte> indeks)
    {
        var liste = new Egenskapsliste();
        liste.LeggAlle(dokument, indeks);
        return liste.Skrevet;
    }

    public void LeggAlle(ReadOnlySpan<byte> dokument, ReadOnlySpan<byte> indeks)
    {
        var poster = Dokumentindeks.Les(indeks, dokument);
        for (var i = 0; i < poster.Antall; i++)
            Legg(poster[i].Element, Entitetsendring.RegistrereNy, dokument.Slice(poster[i].Start, poster[i].Lengde));
    }

    /// <param name="element">Which element was changed.</param>
    /// <param name="endring">What was done.</param>
    /// <param name="oppfoering">The entry in wire form; not written when it was annulled.</param>
    public void Legg(Personelement element, Entitetsendring endring, ReadOnlySpan<byte> oppfoering)
    {
        ut.Write(Tom ? "{"u8 : ",{"u8);
        if (endring != Entitetsendring.Annullere)
        {
            ut.Write("\""u8);
            ut.Write(Navn[(int)element].Navn);
            ut.Write("\":"u8);
            Oppfoering(oppfoering);
            ut.Write(","u8);
        }

        ut.Write("\"entitet\":\""u8);
        ut.Write(Navn[(int)element].Entitet);
        ut.Write("\",\"entitetsendring\":\""u8);
        ut.Write(Kodenavn<Entitetsendring>.Wire(endring));
        ut.Write("\"}"u8);
    }

    private static string Entitet(Personelement element) => element switch
    {
        Personelement.Postadresse => "kontaktadresse",
        Personelement.PostadresseIUtlandet => "kontaktadresseIUtlandet",
        _ => Personskjema.Felt(element).Navn,
    };

    private void Oppfoering(ReadOnlySpan<byte> json)
    {
        var medlemmer = new Medlemsleser(json, 0);
        var skille = "{"u8;
        while (medlemmer.Neste())
        {
            if (medlemmer.Navn.SequenceEqual("erGjeldende"u8))
                continue;
            ut.Write(skille);
            skille = ","u8;
            if (medlemmer.Navn.SequenceEqual("identitetsgrunnlagstatus"u8))
            {
                ut.Write("\"legitimasjonskontroll\":"u8);
                ut.Write(medlemmer.Verdi);
            }
            else
            {
                ut.Write(json[medlemmer.Start..medlemmer.Slutt]);
            }
        }

        ut.Write(skille.SequenceEqual("{"u8) ? "{}"u8 : "}"u8);
    }
}
