using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Folkeregister.Persondokument.Wire;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Soekeregister;

/// <summary>
/// What a person is found by, read from the document alone; used again for the next one. A document can have more entries than rows can be
/// numbered; what comes after the last number is not found, and no real person comes near it.
/// </summary>
internal sealed class Soekeleser
{
    private const int MaksRader = short.MaxValue;

    public Soekerad Person { get; private set; }

    public List<Navnerad> Navn { get; } = [];

    public List<Adresserad> Adresser { get; } = [];

    public List<Nummerrad> Numre { get; } = [];

    /// <param name="dokument">A judged document in wire order.</param>
    /// <param name="indeks">Its own index.</param>
    public void Les(ReadOnlySpan<byte> dokument, in Dokumentindeks indeks)
    {
        Navn.Clear();
        Adresser.Clear();
        Numre.Clear();
        Person = Soekerad.Av(dokument, indeks);
        var navn = 0;
        for (var i = 0; i < indeks.Antall; i++)
        {
            var post = indeks[i];
            switch (post.Element)
            {
                case Personelement.Navn when navn <= MaksRader:
                    LesNavn(dokument, post, (short)navn++);
                    break;
                case Personelement.Bostedsadresse:
                    LesAdresse(dokument, post, Adresseslag.Bosted, indeks.Skjerming);
                    break;
                case Personelement.Oppholdsadresse:
                    LesAdresse(dokument, post, Adresseslag.Opphold, indeks.Skjerming);
                    break;
                case Personelement.UtenlandskPersonidentifikasjon when post.Gjeldende:
                    LesNummer(dokument, post, Nummerslag.UtenlandskPersonidentifikasjon);
                    break;
                case Personelement.Legitimasjonsdokument when post.Gjeldende:
                    LesNummer(dokument, post, Nummerslag.Legitimasjonsdokument);
                    break;
                case Personelement.UtlendingsmyndighetenesIdentifikasjonsnummer when post.Gjeldende:
                    LesNummer(dokument, post, Nummerslag.Utlendingsmyndighet);
                    break;
                case Personelement.VergemaalEllerFremtidsfullmakt when post.Gjeldende:
                    LesVerge(dokument, post);
                    break;
                default:
                    break;
            }
        }
    }

    private void LesNavn(ReadOnlySpan<byte> dokument, Indekspost post, short oppfoering)
    {
        var medlemmer = new Medlemsleser(dokument, post.Start);
        while (medlemmer.Neste())
        {
            if (medlemmer.Navn.SequenceEqual("fornavn"u8))
                LesOrd(medlemmer.Verdi, Navnedel.Fornavn, oppfoering, post.Gjeldende);
            else if (medlemmer.Navn.SequenceEqual("mellomnavn"u8))
                LesOrd(medlemmer.Verdi, Navnedel.Mellomnavn, oppfoering, post.Gjeldende);
            else if (medlemmer.Navn.SequenceEqual("etternavn"u8))
                LesOrd(medlemmer.Verdi, Navnedel.Etternavn, oppfoering, post.Gjeldende);
        }
    }

    private void LesOrd(ReadOnlySpan<byte> verdi, Navnedel del, short oppfoering, bool gjeldende)
    {
        var rest = Felttekst.Les(verdi, stackalloc char[128]);
        for (rest = rest.TrimStart(); rest.Length > 0 && Navn.Count < MaksRader; rest = rest.TrimStart())
        {
            var slutt = 0;
            while (slutt < rest.Length && !char.IsWhiteSpace(rest[slutt]))
                slutt++;
            Navn.Add(new Navnerad((short)Navn.Count, oppfoering, del, gjeldende, Ordnoekkel.For(rest[..slutt])));
            rest = rest[slutt..];
        }
    }

    private void LesAdresse(ReadOnlySpan<byte> dokument, Indekspost post, Adresseslag slag, Adressegradering skjerming)
    {
        if (!Adressenivaa.Finnes(post.Gradering, skjerming) || Adresser.Count == MaksRader)
            return;
        var sted = Adresseleser.Les(dokument, post.Start);
        if (sted != Adressested.Intet)
            Adresser.Add(new Adresserad(
                (short)Adresser.Count, slag, post.Gjeldende, Adressenivaa.Av(post.Gradering, skjerming), sted));
    }

    private void LesNummer(ReadOnlySpan<byte> dokument, Indekspost post, Nummerslag slag)
    {
        ReadOnlySpan<char> land = default;
        ReadOnlySpan<char> nummer = default;
        var medlemmer = new Medlemsleser(dokument, post.Start);
        while (medlemmer.Neste())
        {
            if (medlemmer.Navn.SequenceEqual("utstederland"u8))
                land = Felttekst.Les(medlemmer.Verdi, default);
            else if (medlemmer.Navn.SequenceEqual("identifikasjonsnummer"u8) || medlemmer.Navn.SequenceEqual("identifikasjonsdokumentnummer"u8))
                nummer = Felttekst.Les(medlemmer.Verdi, default);
        }

        if (nummer.Length > 0)
            Legg(slag, Nummernoekkel.For(slag, land, nummer));
    }

    private void LesVerge(ReadOnlySpan<byte> dokument, Indekspost post)
    {
        var medlemmer = new Medlemsleser(dokument, post.Start);
        while (medlemmer.Neste())
        {
            if (!medlemmer.Navn.SequenceEqual("verge"u8))
                continue;
            var felter = new Medlemsleser(dokument, medlemmer.Verdistart);
            while (felter.Neste())
            {
                if (felter.Navn.SequenceEqual("foedselsEllerDNummer"u8)
                    && Folkeregisteridentifikator.TryParse(felter.Verdi[1..^1], out var id))
                    Legg(Nummerslag.Verge, id.Value);
            }
        }
    }

    private void Legg(Nummerslag slag, long nummer)
    {
        if (Numre.Count < MaksRader)
            Numre.Add(new Nummerrad((short)Numre.Count, slag, nummer));
    }
}
