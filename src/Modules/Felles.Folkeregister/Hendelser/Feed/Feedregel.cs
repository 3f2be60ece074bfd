using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Tilgang.Contracts;

namespace Felles.Folkeregister.Hendelser.Feed;

/// <summary>
/// Which events one package sees and what it is told of them. It sees an event that tells of an element which the package has and which
/// differs, or which tells of anything. An event about addresses is seen by who could see them before the change or can after: who held the
/// old address must learn that it is gone. Compiled once from the package matrix.
/// </summary>
internal sealed class Feedregel
{
    // Bit n: the package may see element n of a person with this protection.
    private readonly ulong[] synlige;
    private readonly byte[][] typenavn;

    public Feedregel(Rettighetspakke pakke, Pakkeplaner planer)
    {
        Pakke = pakke;
        var regler = planer.Regler(pakke.Kode);
        synlige = [.. Enum.GetValues<Adressegradering>().Select(skjerming => Synlige(regler, skjerming))];
        MedNummer = pakke.Kode is not ("PRIVU" or "PREU");
        MedPekere = pakke.Kode == "OMH";
        typenavn = [.. Hendelsestyper.Alle.Select(fakta => Hendelsestyper.Om(Type(fakta.Type)).Navn)];
    }

    public Rettighetspakke Pakke { get; }

    /// <summary>Two packages exist for those who may not have the number, in the feed no more than elsewhere.</summary>
    public bool MedNummer { get; }

    /// <summary>Ids of documents lead to services that one package alone has.</summary>
    public bool MedPekere { get; }

    /// <summary>The elements that an answer of the feed tells of, for the look-up log.</summary>
    public ulong Elementgrupper => MedNummer ? 1UL << (int)Personelement.Identifikasjonsnummer : 0;

    public static ulong Settings(Feedregel regel) =>
        regel.synlige.Concat(regel.typenavn.Select(n => (ulong)n.Length)).Aggregate(17UL, (hash, del) => (hash ^ del) * 0x9E3779B97F4A7C15);

    public bool Ser(in Personendring endring)
    {
        var fakta = Hendelsestyper.Om(endring.Hendelsestype);
        return fakta.GjelderAlt
            || (fakta.Elementer & endring.Elementer & (synlige[(int)endring.SkjermingFoer] | synlige[(int)endring.SkjermingEtter])) != 0;
    }

    /// <summary>The type as the package is told it.</summary>
    public ReadOnlySpan<byte> Typenavn(Hendelsestype type) => typenavn[(int)type];

    private Hendelsestype Type(Hendelsestype type)
    {
        // Documented of the packages for private persons' data and the press: one type for everything.
        if (Pakke.Kode is "PRIV" or "PRIVU" or "PRE" or "PREU")
            return Hendelsestype.EndringIPerson;
        // Its name alone would tell of a protection that the package may not know of.
        return type == Hendelsestype.EndringIAdressebeskyttelse
            && (synlige[(int)Adressegradering.Ugradert] >> (int)Personelement.Adressebeskyttelse & 1) == 0
            ? Hendelsestype.PersonErOppdatert
            : type;
    }

    private static ulong Synlige(Elementregel[] regler, Adressegradering skjerming)
    {
        var bits = 0UL;
        for (var nr = 0; nr < regler.Length; nr++)
        {
            var har = regler[nr].Levering is not (Levering.Aldri or Levering.Trukket);
            if (har && (regler[nr].Graderinger is not { } maske || (maske >> Nivaa((Personelement)nr, skjerming) & 1) != 0))
                bits |= 1UL << nr;
        }

        return bits;
    }

    // Of a person with strengt fortrolig address the one address there is, is open to all.
    private static int Nivaa(Personelement element, Adressegradering skjerming) =>
        (int)(element == Personelement.Postadresse
            && skjerming == Adressegradering.StrengtFortrolig ? Adressegradering.Ugradert : skjerming);
}
