using System.Runtime.InteropServices;
using System.Text;
using Felles.Storage;
using SQLitePCL;

namespace Felles.Folkeregister.Last;

/// <summary>The search rows of a batch.</summary>
internal static class SqliteSoekeskriver
{
    private const string Soek =
        """
        insert into folkeregister.soek
            (personnoekkel, identifikator, doed, foedselsaar, kjoenn, personstatus, gradering, foedselsdato, doedsaar, sivilstand, statsborgerskap)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private const string Navn =
        "insert into folkeregister.soek_navn (personnoekkel, nr, oppfoering, del, gjeldende, ord) values (?, ?, ?, ?, ?, ?)";

    private const string Adresse =
        """
        insert into folkeregister.soek_adresse
            (personnoekkel, nr, slag, gjeldende, nivaa, kommunenummer, postnummer, husnummer, adressenavn, husbokstav, bruksenhetsnummer)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private const string Nummer = "insert into folkeregister.soek_nummer (personnoekkel, nr, slag, nummer) values (?, ?, ?, ?)";

    public static void Skriv(Lastbunke bunke, sqlite3 db, Database database)
    {
        using (var soek = SqliteGrunnlagsskriver.Klargjoer(db, database, Soek))
        {
            foreach (ref readonly var rad in CollectionsMarshal.AsSpan(bunke.Rader))
                Skriv(rad, db, soek);
        }

        using (var navn = SqliteGrunnlagsskriver.Klargjoer(db, database, Navn))
        {
            foreach (ref readonly var rad in CollectionsMarshal.AsSpan(bunke.Navn))
            {
                Tall(navn, rad.Personnoekkel, rad.Rad.Nr, rad.Rad.Oppfoering, (long)rad.Rad.Del, rad.Rad.Gjeldende ? 1 : 0, rad.Rad.Ord);
                SqliteGrunnlagsskriver.Utfoer(db, navn);
            }
        }

        using (var adresse = SqliteGrunnlagsskriver.Klargjoer(db, database, Adresse))
        {
            foreach (ref readonly var rad in CollectionsMarshal.AsSpan(bunke.Adresser))
            {
                var (nr, slag, gjeldende, nivaa, sted) = rad.Rad;
                Tall(
                    adresse, rad.Personnoekkel, nr, (long)slag, gjeldende ? 1 : 0, nivaa, sted.Kommunenummer, sted.Postnummer, sted.Husnummer);
                Tekst(adresse, 9, sted.Adressenavn);
                Tekst(adresse, 10, sted.Husbokstav);
                Tekst(adresse, 11, sted.Bruksenhetsnummer);
                SqliteGrunnlagsskriver.Utfoer(db, adresse);
            }
        }

        if (bunke.Numre.Count == 0)
            return;
        using var nummer = SqliteGrunnlagsskriver.Klargjoer(db, database, Nummer);
        foreach (var (personnoekkel, rad) in bunke.Numre)
        {
            Tall(nummer, personnoekkel, rad.Nr, (long)rad.Slag, rad.Nummer);
            SqliteGrunnlagsskriver.Utfoer(db, nummer);
        }
    }

    private static void Skriv(in Lastrad rad, sqlite3 db, sqlite3_stmt soek)
    {
        var s = rad.Soek;
        Tall(
            soek, rad.Personnoekkel, rad.Identifikator, s.Doed ? 1 : 0, s.Foedselsaar, s.Kjoenn, rad.Status, (long)s.Gradering,
            s.Foedselsdato, s.Doedsaar, s.Sivilstand);
        Tekst(soek, 11, s.Statsborgerskap);
        SqliteGrunnlagsskriver.Utfoer(db, soek);
    }

    private static void Tall(sqlite3_stmt stmt, params ReadOnlySpan<long> verdier)
    {
        for (var i = 0; i < verdier.Length; i++)
            _ = raw.sqlite3_bind_int64(stmt, i + 1, verdier[i]);
    }

    private static void Tekst(sqlite3_stmt stmt, int nr, string tekst)
    {
        Span<byte> bytes = stackalloc byte[256];
        if (Encoding.UTF8.TryGetBytes(tekst, bytes, out var antall))
            _ = raw.sqlite3_bind_text(stmt, nr, bytes[..antall]);
        else
            _ = raw.sqlite3_bind_text(stmt, nr, tekst);
    }
}
