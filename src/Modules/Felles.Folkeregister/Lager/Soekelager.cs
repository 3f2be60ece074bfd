using Felles.Folkeregister.Last;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Folkeregister.Soekeregister;

namespace Felles.Folkeregister.Lager;

/// <summary>The rows a person is found by. They are made from the document alone, so those of the document before are known without being
/// read, and only what differs is written.</summary>
internal static class Soekelager
{
    private const string Erstatt =
        """
        insert into folkeregister.soek
            (personnoekkel, identifikator, doed, foedselsaar, kjoenn, personstatus, gradering, foedselsdato, doedsaar, sivilstand, statsborgerskap)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        on conflict (personnoekkel) do update set identifikator = excluded.identifikator, doed = excluded.doed, foedselsaar = excluded.foedselsaar,
            kjoenn = excluded.kjoenn, personstatus = excluded.personstatus, gradering = excluded.gradering,
            foedselsdato = excluded.foedselsdato, doedsaar = excluded.doedsaar, sivilstand = excluded.sivilstand,
            statsborgerskap = excluded.statsborgerskap
        """;

    private const string NyttNavn =
        "insert into folkeregister.soek_navn (personnoekkel, nr, oppfoering, del, gjeldende, ord) values ($1, $2, $3, $4, $5, $6)";

    private const string NyAdresse =
        """
        insert into folkeregister.soek_adresse
            (personnoekkel, nr, slag, gjeldende, nivaa, kommunenummer, postnummer, adressenavn, husnummer, husbokstav, bruksenhetsnummer)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    private const string NyttNummer = "insert into folkeregister.soek_nummer (personnoekkel, nr, slag, nummer) values ($1, $2, $3, $4)";

    private const string Fjern = "delete from folkeregister.soek where personnoekkel = $1";
    private const string FjernNavn = "delete from folkeregister.soek_navn where personnoekkel = $1 and nr >= $2";
    private const string FjernAdresser = "delete from folkeregister.soek_adresse where personnoekkel = $1 and nr >= $2";
    private const string FjernNumre = "delete from folkeregister.soek_nummer where personnoekkel = $1 and nr >= $2";

    /// <summary>Replaces the rows of <paramref name="foer"/> by those of <paramref name="naa"/>; a person without a document before is new,
    /// one without a document now is no longer found. The document before must be the one the register has: only what differs is written.
    /// </summary>
    public static async ValueTask ErstattAsync(
        Setninger setninger, long personnoekkel, Personbilde? foer, Personbilde? naa, CancellationToken ct)
    {
        if (naa is not { } bilde)
        {
            await setninger.UtfoerAsync(Fjern, ct, personnoekkel);
            await FjernAsync(setninger, personnoekkel, ct);
            return;
        }

        var gamle = Les(foer);
        var nye = Les(naa);
        if (foer is not { } sist || sist.Identifikator != bilde.Identifikator || gamle.Person != nye.Person)
            await SkrivPersonAsync(setninger, personnoekkel, bilde.Identifikator, nye.Person, ct);
        await SkrivAsync(setninger, personnoekkel, gamle, nye, ct);
    }

    /// <summary>Makes all rows of a person anew, whatever rows there are.</summary>
    public static async ValueTask LagPaaNyttAsync(Setninger setninger, long personnoekkel, Personbilde naa, CancellationToken ct)
    {
        await FjernAsync(setninger, personnoekkel, ct);
        await ErstattAsync(setninger, personnoekkel, null, naa, ct);
    }

    private static async ValueTask FjernAsync(Setninger setninger, long personnoekkel, CancellationToken ct)
    {
        foreach (var fjern in (string[])[FjernNavn, FjernAdresser, FjernNumre])
            await setninger.UtfoerAsync(fjern, ct, personnoekkel, (short)0);
    }

    private static Soekeleser Les(Personbilde? bilde)
    {
        var leser = new Soekeleser();
        if (bilde is { } ett)
            leser.Les(ett.Dokument, Dokumentindeks.Les(ett.Indeks, ett.Dokument));
        return leser;
    }

    private static ValueTask SkrivPersonAsync(
        Setninger setninger, long personnoekkel, long identifikator, Soekerad rad, CancellationToken ct) =>
        setninger.UtfoerAsync(
            Erstatt, ct, personnoekkel, identifikator, (short)(rad.Doed ? 1 : 0), rad.Foedselsaar, rad.Kjoenn,
            Lastrad.Statuskode(rad.Status), (short)rad.Gradering, rad.Foedselsdato, rad.Doedsaar, rad.Sivilstand, rad.Statsborgerskap);

    private static async ValueTask SkrivAsync(
        Setninger setninger, long personnoekkel, Soekeleser gamle, Soekeleser nye, CancellationToken ct)
    {
        foreach (var rad in await NyeAsync(setninger, FjernNavn, personnoekkel, gamle.Navn, nye.Navn, ct))
            await setninger.UtfoerAsync(
                NyttNavn, ct, personnoekkel, rad.Nr, rad.Oppfoering, (short)rad.Del, (short)(rad.Gjeldende ? 1 : 0), rad.Ord);
        foreach (var (nr, slag, gjeldende, nivaa, sted) in
            await NyeAsync(setninger, FjernAdresser, personnoekkel, gamle.Adresser, nye.Adresser, ct))
            await setninger.UtfoerAsync(
                NyAdresse, ct, personnoekkel, nr, (short)slag, (short)(gjeldende ? 1 : 0), nivaa, sted.Kommunenummer, sted.Postnummer,
                sted.Adressenavn, sted.Husnummer, sted.Husbokstav, sted.Bruksenhetsnummer);
        foreach (var rad in await NyeAsync(setninger, FjernNumre, personnoekkel, gamle.Numre, nye.Numre, ct))
            await setninger.UtfoerAsync(NyttNummer, ct, personnoekkel, rad.Nr, (short)rad.Slag, rad.Nummer);
    }

    /// <summary>Removes the old rows from the first that differs, and gives the new ones from there.</summary>
    private static async ValueTask<IEnumerable<T>> NyeAsync<T>(
        Setninger setninger, string fjern, long personnoekkel, List<T> gamle, List<T> nye, CancellationToken ct)
    {
        var like = 0;
        while (like < gamle.Count && like < nye.Count && EqualityComparer<T>.Default.Equals(gamle[like], nye[like]))
            like++;
        if (like < gamle.Count)
            await setninger.UtfoerAsync(fjern, ct, personnoekkel, (short)like);
        return nye.Skip(like);
    }
}

/// <summary>A person's document at one time.</summary>
internal readonly record struct Personbilde(long Identifikator, byte[] Dokument, byte[] Indeks);
