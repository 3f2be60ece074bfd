using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Slekt;

namespace Felles.Tenor.Befolkning.Dokument;

/// <summary>Whom to reach about an estate: a survivor, else a lawyer or an office.</summary>
internal static class Doedsbodel
{
    public static Liste<KontaktinformasjonForDoedsbo> Kontakt(Skisse skisse)
    {
        var person = skisse.Person;
        if (!person.Har(Trekk.KontaktDoedsbo))
            return default;
        var dag = Math.Min(skisse.Blokk.Naa - 1, person.Doed + 10 + skisse.Slump.Under(50));
        var etterlatt = Etterlatt(skisse);
        var advokat = etterlatt < 0 && skisse.Slump.Sann(0.6);
        var kommune = skisse.Data.Kommuner[skisse.Data.Kommuner.Trekk(ref skisse.Slump)];
        var post = kommune.Postnumre[skisse.Slump.Under(kommune.Postnumre.Length)];
        return
        [
            new()
            {
                Ajourholdstidspunkt = skisse.Registrert(dag),
                ErGjeldende = true,
                Kilde = "folkeregistermyndigheten",
                Aarsak = "Dødsfall",
                Gyldighetstidspunkt = Tider.Midnatt(dag),
                Person = etterlatt < 0 ? null : new() { FoedselsEllerDNummer = skisse.Nummer(etterlatt) },
                Advokat = advokat ? new() { Personnavn = Annendel.Navn(skisse), Organisasjonsnavn = "LOJAL TIGER ADVOKATFIRMA AS" } : null,
                Organisasjon = etterlatt < 0 && !advokat
                    ? new() { Organisasjonsnavn = $"{kommune.Navn.ToUpperInvariant()} KOMMUNE", Kontaktpersonnavn = Annendel.Navn(skisse) }
                    : null,
                Skifteform = etterlatt < 0 ? Skifteform.Offentlig : Skifteform.Annet,
                Attestutstedelsesdato = Skisse.Dato(dag),
                Adresse = new()
                {
                    Adresselinje = [$"Postboks {skisse.Slump.Mellom(1, 900)}"],
                    Poststedsnavn = post.Sted,
                    Postnummer = post.Nummer,
                },
            },
        ];
    }

    // The spouse, else the oldest grown-up child; only one whose address may be known.
    private static int Etterlatt(Skisse skisse)
    {
        var samliv = skisse.Person.Samliv;
        if (samliv >= 0 && skisse.Blokk.Samliv[samliv] is { EndteVedDoed: true, Vigsel: > 0 } ekteskap
            && Kan(skisse, ekteskap.Annen(skisse.Plass)))
            return ekteskap.Annen(skisse.Plass);
        foreach (var barn in skisse.Register.Til(skisse.Plass))
        {
            if (Kan(skisse, barn))
                return barn;
        }

        return -1;
    }

    private static bool Kan(Skisse skisse, int plass)
    {
        ref var person = ref skisse.Blokk.Personer[plass];
        return person.Slag == Personslag.Bosatt && Dag.Alder(person.Foedt, skisse.Blokk.Naa) > 18.5
            && !person.Har(Trekk.Fortrolig | Trekk.StrengtFortrolig | Trekk.Verge);
    }
}
