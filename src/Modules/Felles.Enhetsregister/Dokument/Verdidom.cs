using System.Globalization;
using System.Text.Json;
using Felles.Enhetsregister.Contracts;
using Felles.Kernel.Feil;
using Felles.Kernel.Identifikatorer;
using static Felles.Enhetsregister.Enhetsregisterfeilkoder;

namespace Felles.Enhetsregister.Dokument;

/// <summary>Judges one value. Messages never hold the value: it may be a person's number in the wrong place.</summary>
internal static class Verdidom
{
    private const string BrukTekst = "The member must be a text.";

    /// <summary>Null when the value is good.</summary>
    public static (Feilkode Feil, string Melding)? Doem(Medlem medlem, JsonElement verdi) => medlem.Type switch
    {
        Verditype.JaNei =>
            verdi.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : (FeilType, "The member must be true or false."),
        Verditype.Antall => verdi.ValueKind != JsonValueKind.Number ? (FeilType, "The member must be a number.")
            : verdi.TryGetInt32(out var antall) && antall >= 0 ? null
            : (UgyldigVerdi, "A whole number of at least 0 is needed."),
        Verditype.Tekstliste => Tekstliste(medlem, verdi),
        _ when verdi.ValueKind != JsonValueKind.String => (FeilType, BrukTekst),
        _ => Tekst(medlem, verdi),
    };

    private static (Feilkode, string)? Tekst(Medlem medlem, JsonElement verdi)
    {
        if (!Jsontekst.TryLes(verdi, out var tekst)) return (UgyldigTekst, "The text has half a character.");
        return medlem.Type switch
        {
            Verditype.Dato => DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? null
                : (UgyldigVerdi, "A date yyyy-mm-dd is needed."),
            Verditype.Organisasjonsnummer => Organisasjonsnummer.TryParse(tekst, out _)
                ? null
                : (UgyldigOrganisasjonsnummer, "Not an organisation number."),
            Verditype.Personnummer =>
                Folkeregisteridentifikator.TryParse(tekst, out _) ? null : (UgyldigPersonnummer, "Not a person number."),
            Verditype.Organisasjonsform => Organisasjonsform.Alle.ContainsKey(tekst)
                ? null
                : (UkjentOrganisasjonsform, "The code is not one of Enhetsregisteret's organisation forms."),
            Verditype.Naeringskode => tekst is [_, _, '.', _, _, _] && tekst.Remove(2, 1).All(char.IsAsciiDigit)
                ? null
                : (UgyldigVerdi, "An industry code nn.nnn is needed."),
            Verditype.Landkode =>
                tekst is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] ? null : (UgyldigVerdi, "Two capital letters (ISO 3166-1) are needed."),
            Verditype.FireSifre => tekst.Length == 4 && tekst.All(char.IsAsciiDigit) ? null : (UgyldigVerdi, "Four digits are needed."),
            _ => tekst.Length > 0 && tekst.Length <= medlem.Lengst && !tekst.Any(char.IsControl)
                ? null
                : (UgyldigTekst, $"1 to {medlem.Lengst} characters without control characters are needed."),
        };
    }

    private static (Feilkode, string)? Tekstliste(Medlem medlem, JsonElement verdi)
    {
        if (verdi.ValueKind != JsonValueKind.Array || verdi.EnumerateArray().Any(l => l.ValueKind != JsonValueKind.String))
            return (FeilType, "The member must be a list of texts.");
        // An empty line of an address is seen in the open interface, so only the length and the characters are judged.
        return verdi.EnumerateArray()
            .All(l => Jsontekst.TryLes(l, out var tekst) && tekst.Length <= medlem.Lengst && !tekst.Any(char.IsControl))
            ? null
            : (UgyldigTekst, $"Each line may have at most {medlem.Lengst} characters, without control characters.");
    }
}
