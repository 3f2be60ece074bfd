using System.Globalization;
using Felles.Folkeregister.Soekeregister;
using Felles.Folkeregister.Svar;
using Felles.Kernel.Identifikatorer;
using Microsoft.AspNetCore.WebUtilities;

namespace Felles.Folkeregister.Soek.Kriterier;

/// <summary>
/// The parameters of one search, by name in any letter case, with the first fault found. A parameter that is not understood is refused and
/// never passed over: without it the answer would hold persons that the caller has no need of.
/// </summary>
internal sealed class Soekeparametre
{
    private const int FlesteOrd = 20;

    private static readonly System.Buffers.SearchValues<char> Landtegn =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private readonly Dictionary<string, string> verdier = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first fault.</summary>
    public Avvisning? Feil { get; private set; }

    public List<string?> Deler { get; } = [];

    /// <param name="spoerring">The query with its question mark.</param>
    /// <param name="kjente">The names that the service has.</param>
    /// <param name="medDeler">Whether it has <c>part</c>.</param>
    public static Soekeparametre Les(string? spoerring, IReadOnlyCollection<string> kjente, bool medDeler)
    {
        var lest = new Soekeparametre();
        foreach (var par in new QueryStringEnumerable(spoerring))
        {
            var (navn, verdi) = (par.DecodeName().ToString(), par.DecodeValue().ToString());
            if (navn.Length == 0 && verdi.Length == 0)
                continue;
            if (navn.Equals("part", StringComparison.OrdinalIgnoreCase))
            {
                if (medDeler)
                    lest.Deler.Add(verdi);
                else
                    lest.Feil ??= Avvisning.UgyldigPart(verdi);
            }
            else if (!kjente.Contains(navn, StringComparer.OrdinalIgnoreCase))
            {
                lest.Avvis($"Ukjent parameter: {(navn.Length <= 50 ? navn : navn[..50])}.");
            }
            else if (!lest.verdier.TryAdd(navn, verdi))
            {
                lest.Avvis($"{navn} er oppgitt mer enn én gang.");
            }
        }

        return lest;
    }

    public void Avvis(string melding) => Feil ??= Avvisning.UgyldigParameter(melding);

    public bool Har(string navn) => verdier.ContainsKey(navn);

    public bool Ja(string navn)
    {
        if (!verdier.TryGetValue(navn, out var verdi))
            return false;
        if (bool.TryParse(verdi, out var ja))
            return ja;
        Avvis($"{navn} skal være true eller false.");
        return false;
    }

    public bool Historisk()
    {
        if (!verdier.TryGetValue("opplysningsgrunnlag", out var verdi) || verdi.Equals("gjeldende", StringComparison.OrdinalIgnoreCase))
            return false;
        if (!verdi.Equals("historisk", StringComparison.OrdinalIgnoreCase))
            Avvis("opplysningsgrunnlag skal være gjeldende eller historisk.");
        return true;
    }

    /// <summary>The words of a name; none when it is not asked for.</summary>
    public string[] Ord(int minst)
    {
        if (!verdier.TryGetValue("navn", out var verdi))
            return [];
        var ord = verdi.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (ord.Length < minst)
            Avvis(minst == 1 ? "navn er tomt." : "navn skal være minst ett fornavn og ett etternavn med mellomrom mellom.");
        else if (ord.Length > FlesteOrd)
            Avvis($"navn har flere enn {FlesteOrd} ord.");
        return ord;
    }

    public int? Sifre(string navn, int antall)
    {
        if (!verdier.TryGetValue(navn, out var verdi))
            return null;
        if (verdi.Length == antall && int.TryParse(verdi, NumberStyles.None, CultureInfo.InvariantCulture, out var tall))
            return tall;
        Avvis($"{navn} skal være {(antall == 2 ? "to" : "fire")} sifre.");
        return null;
    }

    public int? Tall(string navn, int minst, int hoeyst)
    {
        if (!verdier.TryGetValue(navn, out var verdi))
            return null;
        if (int.TryParse(verdi, NumberStyles.None, CultureInfo.InvariantCulture, out var tall) && tall >= minst && tall <= hoeyst)
            return tall;
        Avvis($"{navn} skal være et tall fra {minst} til {hoeyst}.");
        return null;
    }

    public int? Dato(string navn)
    {
        if (!verdier.TryGetValue(navn, out var verdi))
            return null;
        if (DateOnly.TryParseExact(verdi, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dato))
            return (((dato.Year * 100) + dato.Month) * 100) + dato.Day;
        Avvis($"{navn} skal være en dato, ÅÅÅÅMMDD.");
        return null;
    }

    public Kjoenn? Kjoenn()
    {
        if (!verdier.TryGetValue("kjoenn", out var verdi))
            return null;
        if (verdi.Equals("mann", StringComparison.OrdinalIgnoreCase))
            return Felles.Kernel.Identifikatorer.Kjoenn.Mann;
        if (verdi.Equals("kvinne", StringComparison.OrdinalIgnoreCase))
            return Felles.Kernel.Identifikatorer.Kjoenn.Kvinne;
        Avvis("kjoenn skal være mann eller kvinne.");
        return null;
    }

    public string? Gate()
    {
        if (!verdier.TryGetValue("adressenavn", out var verdi))
            return null;
        if (verdi.Any(char.IsSurrogate))
        {
            Avvis("adressenavn har et tegn som ingen adresse har.");
            return null;
        }

        var gate = Adresseleser.Gatenavn(verdi);
        if (gate.Length < 3)
            Avvis("adressenavn skal være minst de tre første tegnene.");
        return gate;
    }

    public (int Nummer, string Bokstav)? Hus()
    {
        if (!verdier.TryGetValue("husnummer", out var verdi))
            return null;
        var sifre = verdi.TakeWhile(char.IsAsciiDigit).Count();
        var bokstav = Ordnoekkel.Fold(verdi[sifre..].Trim());
        if (sifre is >= 1 and <= 4 && bokstav.Length <= 1 && bokstav.All(char.IsLetter)
            && int.TryParse(verdi.AsSpan(0, sifre), NumberStyles.None, CultureInfo.InvariantCulture, out var nummer) && nummer > 0)
            return (nummer, bokstav);
        Avvis("husnummer skal være et tall på høyst fire sifre, med eller uten en bokstav.");
        return null;
    }

    public string? Bruksenhet()
    {
        if (!verdier.TryGetValue("bruksenhetsnummer", out var verdi))
            return null;
        if (verdi.Length == 5 && char.IsAsciiLetter(verdi[0]) && verdi.Skip(1).All(char.IsAsciiDigit))
            return Ordnoekkel.Fold(verdi);
        Avvis("bruksenhetsnummer skal være en bokstav og fire sifre.");
        return null;
    }

    public Folkeregisteridentifikator? Identifikator(string navn)
    {
        if (!verdier.TryGetValue(navn, out var verdi))
            return null;
        if (Folkeregisteridentifikator.TryParse(verdi, out var id))
            return id;
        Avvis($"{navn} skal være et gyldig fødselsnummer eller d-nummer.");
        return null;
    }

    /// <summary>Country and number with a hyphen between, as <c>AFG-1458-4555</c>.</summary>
    public long? Landnummer(string navn, Nummerslag slag)
    {
        if (!verdier.TryGetValue(navn, out var verdi))
            return null;
        if (verdi.Length > 4 && verdi[3] == '-' && verdi.AsSpan(0, 3).IndexOfAnyExcept(Landtegn) < 0
            && !string.IsNullOrWhiteSpace(verdi[4..]))
            return Nummernoekkel.For(slag, verdi.AsSpan(0, 3), verdi.AsSpan(4));
        Avvis($"{char.ToUpperInvariant(navn[0])}{navn[1..]} er ikke på gyldig format");
        return null;
    }

    public long? Fritt(string navn, Nummerslag slag)
    {
        if (!verdier.TryGetValue(navn, out var verdi))
            return null;
        if (!string.IsNullOrWhiteSpace(verdi))
            return Nummernoekkel.For(slag, default, verdi);
        Avvis($"{navn} er tomt.");
        return null;
    }
}
