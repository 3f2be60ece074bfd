namespace Felles.Folkeregister.Persondokument.Skjema;

/// <summary>The forms a value can have; the words of the column <c>form</c> in <c>persondokument.csv</c>.</summary>
internal enum Verdiform
{
    Objekt,
    Kode,
    Tekst,
    Boolsk,
    Heltall,
    Dato,
    Tidspunkt,
    Aar,
    Land2,
    Land3,
    Kommunenummer,
    Postnummer,
    Husnummer,
    Husbokstav,
    Personidentifikator,
    Organisasjonsnummer,
}
