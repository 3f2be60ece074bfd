namespace Felles.Folkeregister.Persondokument.Skjema;

/// <summary>
/// The patterns of values with a fixed form, in the common part of XML Schema's and JSON Schema's regular expressions, without anchors.
/// The reader of documents is stricter: it knows check digits and calendars too.
/// </summary>
internal static class Verdimoenster
{
    public static string? For(Verdiform form) => form switch
    {
        Verdiform.Aar or Verdiform.Kommunenummer or Verdiform.Postnummer => "[0-9]{4}",
        Verdiform.Husnummer => "[0-9]{1,4}",
        Verdiform.Husbokstav => "[A-Za-zæøåÆØÅ]",
        Verdiform.Land2 => "[A-Z]{2}",
        Verdiform.Land3 => "[A-Z]{3}",
        Verdiform.Personidentifikator => "[0-9]{11}",
        Verdiform.Organisasjonsnummer => "[0-9]{9}",
        _ => null,
    };
}
