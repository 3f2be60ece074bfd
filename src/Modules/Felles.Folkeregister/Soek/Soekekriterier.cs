using System.Globalization;
using Felles.Folkeregister.Svar;
using Felles.Kernel.Identifikatorer;
using Microsoft.AspNetCore.WebUtilities;

namespace Felles.Folkeregister.Soek;

/// <summary>
/// What a search asks for. A filter that is not understood is refused and never passed over: without it the answer would hold persons
/// that the caller has no need of.
/// </summary>
internal sealed record Soekekriterier(Kjoenn? Kjoenn, int FraAar, int TilAar, bool MedDoede, int MaksTreff)
{
    public const int MaksAlle = 10_000;

    private const int SisteAar = 9999;

    // Documented parameters whose filter this release does not have; the value beside a name means "no filter" and is accepted.
    private static readonly (string Navn, string? Standard)[] Senere =
    [
        ("navn", null), ("foedselsdato", null), ("adressenavn", null), ("husnummer", null), ("postnummer", null), ("kommunenummer", null),
        ("fylkesnummer", null), ("inkluderOppholdsadresse", "false"), ("soekFonetisk", "false"), ("opplysningsgrunnlag", "gjeldende"),
    ];

    public static (Soekekriterier? Kriterier, Avvisning? Avvisning) Les(string? spoerring)
    {
        var lest = new Lesing();
        foreach (var par in new QueryStringEnumerable(spoerring))
        {
            var navn = par.DecodeName().ToString();
            if (lest.Ta(navn, par.DecodeValue().ToString()) is { } avvisning)
                return (null, avvisning);
        }

        if (lest.Fra > lest.Til)
            return (null, Feil("foedselsaarFraOgMed er etter foedselsaarTilOgMed."));
        return (new Soekekriterier(lest.Kjoenn, lest.Fra ?? 0, lest.Til ?? SisteAar, lest.Doede ?? false, lest.Maks ?? MaksAlle), null);
    }

    private static Avvisning Feil(string melding) => Avvisning.UgyldigParameter(melding);

    private sealed class Lesing
    {
        private readonly HashSet<string> sett = new(StringComparer.OrdinalIgnoreCase);

        public Kjoenn? Kjoenn { get; private set; }

        public int? Fra { get; private set; }

        public int? Til { get; private set; }

        public bool? Doede { get; private set; }

        public int? Maks { get; private set; }

        public Avvisning? Ta(string navn, string verdi)
        {
            if (navn.Length == 0 && verdi.Length == 0)
                return null;
            if (Er(navn, "part"))
                return Avvisning.UgyldigPart(verdi);
            if (!sett.Add(navn))
                return Feil($"{Vist(navn)} er oppgitt mer enn én gang.");
            if (Er(navn, "kjoenn"))
                return (Kjoenn = Kjoennsverdi(verdi)) is null ? Feil("kjoenn skal være mann eller kvinne.") : null;
            if (Er(navn, "foedselsaarFraOgMed"))
                return (Fra = Aar(verdi)) is null ? Feil("foedselsaarFraOgMed skal være fire sifre.") : null;
            if (Er(navn, "foedselsaarTilOgMed"))
                return (Til = Aar(verdi)) is null ? Feil("foedselsaarTilOgMed skal være fire sifre.") : null;
            if (Er(navn, "inkluderDoede"))
                return (Doede = bool.TryParse(verdi, out var doede) ? doede : null) is null
                    ? Feil("inkluderDoede skal være true eller false.") : null;
            if (Er(navn, "maksTreff"))
                return (Maks = Antall(verdi)) is null ? Feil($"maksTreff skal være et tall fra 1 til {MaksAlle}.") : null;
            foreach (var (senere, standard) in Senere)
            {
                if (Er(navn, senere))
                {
                    return standard is not null && verdi.Equals(standard, StringComparison.OrdinalIgnoreCase)
                        ? null
                        : Feil($"Søk med {senere} støttes ikke i denne utgaven av tjenesten.");
                }
            }

            return Feil($"Ukjent parameter: {Vist(navn)}.");
        }

        private static bool Er(string navn, string kjent) => navn.Equals(kjent, StringComparison.OrdinalIgnoreCase);

        private static string Vist(string navn) => navn.Length <= 50 ? navn : navn[..50];

        private static Kjoenn? Kjoennsverdi(string verdi) =>
            verdi.Equals("mann", StringComparison.OrdinalIgnoreCase) ? Felles.Kernel.Identifikatorer.Kjoenn.Mann
            : verdi.Equals("kvinne", StringComparison.OrdinalIgnoreCase) ? Felles.Kernel.Identifikatorer.Kjoenn.Kvinne
            : null;

        private static int? Aar(string verdi) =>
            verdi.Length == 4 && int.TryParse(verdi, NumberStyles.None, CultureInfo.InvariantCulture, out var aar) ? aar : null;

        private static int? Antall(string verdi) =>
            int.TryParse(verdi, NumberStyles.None, CultureInfo.InvariantCulture, out var antall) && antall is >= 1 and <= MaksAlle
                ? antall : null;
    }
}
