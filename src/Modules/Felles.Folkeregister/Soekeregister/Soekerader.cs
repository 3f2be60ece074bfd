namespace Felles.Folkeregister.Soekeregister;

/// <summary>One word of a name.</summary>
/// <param name="Nr">The row's place among those of the person.</param>
/// <param name="Oppfoering">Which entry of the element navn; the words of a search must meet in one.</param>
/// <param name="Del">Which part of the name.</param>
/// <param name="Gjeldende">Whether the entry is current.</param>
/// <param name="Ord">See <see cref="Ordnoekkel"/>.</param>
internal readonly record struct Navnerad(short Nr, short Oppfoering, Navnedel Del, bool Gjeldende, long Ord);

/// <summary>A bostedsadresse or oppholdsadresse; numbers that are not known are 0, texts empty.</summary>
/// <param name="Nr">The row's place among those of the person.</param>
/// <param name="Slag">Which element.</param>
/// <param name="Gjeldende">Whether the entry is current.</param>
/// <param name="Nivaa">The entry's own grading * 4 + the protection of the person.</param>
/// <param name="Sted">Where it is.</param>
internal readonly record struct Adresserad(short Nr, Adresseslag Slag, bool Gjeldende, short Nivaa, Adressested Sted);

/// <summary>What an address is found by; the texts are folded.</summary>
internal readonly record struct Adressested(
    int Kommunenummer, int Postnummer, string Adressenavn, int Husnummer, string Husbokstav, string Bruksenhetsnummer)
{
    public static readonly Adressested Intet = new(0, 0, "", 0, "", "");
}

/// <summary>A current number of another register, or of a guardian.</summary>
internal readonly record struct Nummerrad(short Nr, Nummerslag Slag, long Nummer);

internal enum Navnedel : short
{
    Fornavn = 1,
    Mellomnavn = 2,
    Etternavn = 3,
}

internal enum Adresseslag : short
{
    Bosted = 1,
    Opphold = 2,
}

internal enum Nummerslag : short
{
    UtenlandskPersonidentifikasjon = 1,
    Legitimasjonsdokument = 2,
    Utlendingsmyndighet = 3,
    Verge = 4,
}
