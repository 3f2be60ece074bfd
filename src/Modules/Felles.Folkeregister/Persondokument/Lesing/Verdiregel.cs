using Felles.Folkeregister.Persondokument.Skjema;
using Felles.Kernel.Feil;
using Felles.Kernel.Identifikatorer;
using Felles.Kernel.Tid;

namespace Felles.Folkeregister.Persondokument.Lesing;

/// <summary>What the text of a value must be for each <see cref="Verdiform"/>.</summary>
internal static class Verdiregel
{
    /// <summary>The fault of a value, or null. The bytes are valid UTF-8.</summary>
    public static Feilkode? Bryter(Skjemafelt felt, ReadOnlySpan<byte> verdi) => felt.Form switch
    {
        Verdiform.Kode => ErKode(felt, verdi) ? null : PersondokumentFeilkoder.UkjentKode,
        Verdiform.Tekst => HarLengde(felt, verdi) ? null : PersondokumentFeilkoder.FeilLengde,
        Verdiform.Dato => ErDato(verdi) ? null : PersondokumentFeilkoder.UgyldigDato,
        Verdiform.Tidspunkt => Tidspunkt.TryReadInstant(verdi, out _) ? null : PersondokumentFeilkoder.UgyldigTidspunkt,
        Verdiform.Personidentifikator =>
            Folkeregisteridentifikator.TryParse(verdi, out _) ? null : PersondokumentFeilkoder.UgyldigIdentifikator,
        Verdiform.Organisasjonsnummer => ErSifre(verdi, 9, 9) && Organisasjonsnummer.TryParse(verdi, out _)
            ? null : PersondokumentFeilkoder.UgyldigOrganisasjonsnummer,
        Verdiform.Aar or Verdiform.Kommunenummer or Verdiform.Postnummer => ErSifre(verdi, 4, 4) ? null : PersondokumentFeilkoder.FeilForm,
        Verdiform.Husnummer => ErSifre(verdi, 1, 4) ? null : PersondokumentFeilkoder.FeilForm,
        Verdiform.Husbokstav => ErBokstav(verdi) ? null : PersondokumentFeilkoder.FeilForm,
        Verdiform.Land2 => ErLand(verdi, 2) ? null : PersondokumentFeilkoder.FeilForm,
        Verdiform.Land3 => ErLand(verdi, 3) ? null : PersondokumentFeilkoder.FeilForm,
        _ => throw new InvalidOperationException($"{felt.Form} is no text."),
    };

    /// <summary>What the value should have been. Never repeats the value.</summary>
    public static string Melding(Skjemafelt felt, Feilkode feil) => felt.Form switch
    {
        Verdiform.Kode => $"Kodene er {string.Join(", ", felt.Koder.Select(kode => System.Text.Encoding.UTF8.GetString(kode)))}.",
        Verdiform.Tekst => $"Teksten skal ha {felt.Kortest} til {felt.Lengst} tegn.",
        Verdiform.Aar => "Årstall har fire sifre.",
        Verdiform.Kommunenummer => "Kommunenummer har fire sifre.",
        Verdiform.Postnummer => "Postnummer har fire sifre.",
        Verdiform.Husnummer => "Husnummer har ett til fire sifre.",
        Verdiform.Husbokstav => "Husbokstav er én bokstav.",
        Verdiform.Land2 => "Landkoden har to store bokstaver.",
        Verdiform.Land3 => "Landkoden har tre store bokstaver.",
        _ => feil.Tekst,
    };

    private static bool ErKode(Skjemafelt felt, ReadOnlySpan<byte> verdi)
    {
        foreach (var kode in felt.Koder)
        {
            if (verdi.SequenceEqual(kode))
                return true;
        }

        return false;
    }

    private static bool HarLengde(Skjemafelt felt, ReadOnlySpan<byte> verdi)
    {
        if (verdi.Length <= felt.Lengst && verdi.Length >= felt.Kortest * 4)
            return true;
        var tegn = Tekstregel.Tegn(verdi);
        return tegn >= felt.Kortest && tegn <= felt.Lengst;
    }

    private static bool ErDato(ReadOnlySpan<byte> verdi)
    {
        if (verdi.Length != 10 || verdi[4] != '-' || verdi[7] != '-' || !ErSifre(verdi[..4], 4, 4) || !ErSifre(verdi[5..7], 2, 2)
            || !ErSifre(verdi[8..], 2, 2))
            return false;
        var aar = Tall(verdi[..4]);
        var maaned = Tall(verdi[5..7]);
        var dag = Tall(verdi[8..]);
        return aar > 0 && maaned is >= 1 and <= 12 && dag >= 1 && dag <= DateTime.DaysInMonth(aar, maaned);
    }

    private static bool ErSifre(ReadOnlySpan<byte> verdi, int minst, int hoeyst) =>
        verdi.Length >= minst && verdi.Length <= hoeyst && verdi.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    private static bool ErLand(ReadOnlySpan<byte> verdi, int lengde) =>
        verdi.Length == lengde && verdi.IndexOfAnyExceptInRange((byte)'A', (byte)'Z') < 0;

    /// <summary>A to Z, Æ, Ø and Å, either case.</summary>
    private static bool ErBokstav(ReadOnlySpan<byte> verdi) =>
        verdi.Length == 1 ? (verdi[0] | 0x20) is >= 'a' and <= 'z'
        : verdi.SequenceEqual("Æ"u8) || verdi.SequenceEqual("Ø"u8) || verdi.SequenceEqual("Å"u8)
        || verdi.SequenceEqual("æ"u8) || verdi.SequenceEqual("ø"u8) || verdi.SequenceEqual("å"u8);

    private static int Tall(ReadOnlySpan<byte> sifre)
    {
        var tall = 0;
        foreach (var siffer in sifre)
            tall = (tall * 10) + siffer - '0';
        return tall;
    }
}
