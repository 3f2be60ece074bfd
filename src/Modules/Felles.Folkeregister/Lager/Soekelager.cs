using Felles.Folkeregister.Last;
using Felles.Folkeregister.Persondokument.Indeks;

namespace Felles.Folkeregister.Lager;

/// <summary>The rows a person is found by. They are made from the document alone, so those of the document before are known without being
/// read.</summary>
internal static class Soekelager
{
    private const string Erstatt =
        """
        insert into folkeregister.soek (personnoekkel, identifikator, doed, foedselsaar, kjoenn, personstatus, gradering)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (personnoekkel) do update set identifikator = excluded.identifikator, doed = excluded.doed, foedselsaar = excluded.foedselsaar,
            kjoenn = excluded.kjoenn, personstatus = excluded.personstatus, gradering = excluded.gradering
        """;

    private const string Fjern = "delete from folkeregister.soek where personnoekkel = $1";

    /// <summary>Replaces the rows of <paramref name="foer"/> by those of <paramref name="naa"/>; a person without a document before is new,
    /// one without a document now is no longer found.</summary>
    public static async ValueTask ErstattAsync(
        Setninger setninger, long personnoekkel, Personbilde? foer, Personbilde? naa, CancellationToken ct)
    {
        _ = foer;
        if (naa is not { } bilde)
        {
            await setninger.UtfoerAsync(Fjern, ct, personnoekkel);
            return;
        }

        _ = Dokumentindeks.TryLes(bilde.Indeks, bilde.Dokument.Length, out var poster);
        var rad = Soekerad.Av(bilde.Dokument, poster);
        await setninger.UtfoerAsync(
            Erstatt, ct, personnoekkel, bilde.Identifikator, (short)(rad.Doed ? 1 : 0), rad.Foedselsaar, rad.Kjoenn,
            Lastrad.Statuskode(rad.Status), (short)rad.Gradering);
    }
}

/// <summary>A person's document at one time.</summary>
internal readonly record struct Personbilde(long Identifikator, byte[] Dokument, byte[] Indeks);
