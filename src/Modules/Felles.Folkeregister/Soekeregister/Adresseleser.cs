using System.Collections.Concurrent;
using Felles.Folkeregister.Persondokument.Wire;

namespace Felles.Folkeregister.Soekeregister;

/// <summary>Reads where an address is. The names of its members are the same wherever they stand, so the forms need not be told apart.</summary>
internal static class Adresseleser
{
    private const int MaksKjente = 100_000;

    private static readonly ConcurrentDictionary<string, string> Kjente = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Oppslag =
        Kjente.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Adressested Les(ReadOnlySpan<byte> dokument, int start)
    {
        var sted = Adressested.Intet;
        Les(dokument, start, ref sted);
        return sted;
    }

    /// <summary>The name of a street as it is compared: upper case, one space between words.</summary>
    public static string Gatenavn(ReadOnlySpan<char> navn)
    {
        if (Oppslag.TryGetValue(navn, out var foldet))
            return foldet;
        var tekst = navn.ToString();
        // PostgreSQL has no text with a zero in it.
        foldet = string.Join(' ', Ordnoekkel.Fold(tekst.Replace('\0', ' ')).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (Kjente.Count >= MaksKjente)
            Kjente.Clear();
        Kjente.TryAdd(tekst, foldet);
        return foldet;
    }

    private static void Les(ReadOnlySpan<byte> dokument, int start, ref Adressested sted)
    {
        var medlemmer = new Medlemsleser(dokument, start);
        while (medlemmer.Neste())
        {
            var verdi = medlemmer.Verdi;
            if (verdi[0] == '{')
            {
                // An address abroad has streets and postal codes of its own.
                if (!medlemmer.Navn.SequenceEqual("utenlandskAdresse"u8))
                    Les(dokument, medlemmer.Verdistart, ref sted);
            }
            else if (verdi[0] == '"')
            {
                Les(medlemmer.Navn, verdi, ref sted);
            }
        }
    }

    private static void Les(ReadOnlySpan<byte> navn, ReadOnlySpan<byte> verdi, ref Adressested sted)
    {
        if (navn.SequenceEqual("adressenavn"u8))
            sted = sted with { Adressenavn = Tekst(verdi) };
        else if (navn.SequenceEqual("kommunenummer"u8) || navn.SequenceEqual("bostedskommune"u8))
            sted = sted with { Kommunenummer = Felttekst.Tall(verdi) };
        else if (navn.SequenceEqual("postnummer"u8))
            sted = sted with { Postnummer = Felttekst.Tall(verdi) };
        else if (navn.SequenceEqual("husnummer"u8))
            sted = sted with { Husnummer = Felttekst.Tall(verdi) };
        else if (navn.SequenceEqual("husbokstav"u8))
            sted = sted with { Husbokstav = Tekst(verdi) };
        else if (navn.SequenceEqual("bruksenhetsnummer"u8))
            sted = sted with { Bruksenhetsnummer = Tekst(verdi) };
    }

    private static string Tekst(ReadOnlySpan<byte> verdi) => Gatenavn(Felttekst.Les(verdi, stackalloc char[128]));
}
