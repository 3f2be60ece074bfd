using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Modell;
using Felles.Folkeregister.Soekeregister;
using Felles.Folkeregister.Svar;

namespace Felles.Folkeregister.Uttrekk.Tilpasset;

/// <summary>
/// Reads an order and tells all its faults. A member that is not known is one of them: an extract without a filter that its sender meant to
/// set would hold persons that nobody has a need of.
/// </summary>
internal sealed class Kriterieleser(bool flereKommuner)
{
    private const int MaksKommuner = 400;
    private const int MaksFeil = 50;

    private readonly List<string> feil = [];

    public static (Uttrekkskriterier? Kriterier, Avvisning? Avvisning) Les(in ReadOnlySequence<byte> kropp, bool flereKommuner)
    {
        try
        {
            using var dokument = JsonDocument.Parse(kropp, new JsonDocumentOptions { MaxDepth = 8 });
            var leser = new Kriterieleser(flereKommuner);
            var kriterier = leser.Les(dokument.RootElement);
            return leser.feil.Count == 0 ? (kriterier, null) : (null, Feil(string.Join(' ', leser.feil.Take(MaksFeil))));
        }
        catch (JsonException e)
        {
            return (null, Feil($"Meldingskroppen er ikke gyldig JSON (linje {e.LineNumber + 1}, byte {e.BytePositionInLine + 1})."));
        }
        catch (InvalidOperationException)
        {
            // A string that is not valid UTF-8 or holds half a surrogate pair.
            return (null, Feil("Meldingskroppen er ikke gyldig UTF-8."));
        }
    }

    private static Avvisning Feil(string melding) => Avvisning.UgyldigParameter(melding, "ugyldigeKriterier");

    private Uttrekkskriterier? Les(JsonElement rot)
    {
        if (rot.ValueKind != JsonValueKind.Object)
        {
            feil.Add("Meldingskroppen skal være et JSON-objekt.");
            return null;
        }

        var kriterier = new Uttrekkskriterier { Personstatustyper = [] };
        var sett = new HashSet<string>(StringComparer.Ordinal);
        foreach (var medlem in rot.EnumerateObject())
        {
            if (!sett.Add(medlem.Name))
                feil.Add($"{Vist(medlem.Name)} er oppgitt mer enn én gang.");
            else if (medlem.Value.ValueKind != JsonValueKind.Null)
                kriterier = Les(kriterier, medlem.Name, medlem.Value);
        }

        if (!sett.Contains("personstatustyper") || rot.GetProperty("personstatustyper").ValueKind == JsonValueKind.Null)
            feil.Add("personstatustyper mangler.");
        if (kriterier.FoedselsaarFraOgMed > kriterier.FoedselsaarTilOgMed)
            feil.Add("foedselsaarFraOgMed er etter foedselsaarTilOgMed.");
        if (kriterier.DoedsaarFraOgMed > kriterier.DoedsaarTilOgMed)
            feil.Add("doedsaarFraOgMed er etter doedsaarTilOgMed.");
        return kriterier;
    }

    private Uttrekkskriterier Les(Uttrekkskriterier k, string navn, JsonElement verdi)
    {
        switch (navn)
        {
            case "personstatustyper":
                return k with { Personstatustyper = Statustyper(verdi) };
            case "kommunenummer":
                return Kommuner(k, verdi);
            case "foedselsaarFraOgMed":
                return k with { FoedselsaarFraOgMed = Aar(navn, verdi) };
            case "foedselsaarTilOgMed":
                return k with { FoedselsaarTilOgMed = Aar(navn, verdi) };
            case "doedsaarFraOgMed":
                return k with { DoedsaarFraOgMed = Aar(navn, verdi) };
            case "doedsaarTilOgMed":
                return k with { DoedsaarTilOgMed = Aar(navn, verdi) };
            case "kjoenn":
                return k with { Kjoenn = Tekst(navn, verdi, static t => t is "mann" or "kvinne", "skal være mann eller kvinne.") };
            case "statsborgerskap":
                return k with
                {
                    Statsborgerskap = Tekst(
                        navn, verdi, static t => t.Length == 3 && t.AsSpan().IndexOfAnyExceptInRange('A', 'Z') < 0,
                        "skal være en landkode på tre store bokstaver (ISO 3166-1 alpha-3)."),
                };
            case "sivilstandstype":
                return k with
                {
                    Sivilstandstype = Tekst(
                        navn, verdi, static t => Kodenavn<Sivilstandstype>.TryLes(Encoding.UTF8.GetBytes(t), out _),
                        "er ikke en sivilstandstype."),
                };
            default:
                feil.Add($"Ukjent felt: {Vist(navn)}.");
                return k;
        }
    }

    private string[] Statustyper(JsonElement verdi)
    {
        if (verdi.ValueKind != JsonValueKind.Array || verdi.GetArrayLength() == 0)
        {
            feil.Add("personstatustyper skal være en liste med minst én verdi.");
            return [];
        }

        var typer = new List<string>();
        var nr = 0;
        foreach (var en in verdi.EnumerateArray())
        {
            var tekst = en.ValueKind == JsonValueKind.String ? en.GetString()! : "";
            if (!Uttrekkskriterier.Statustyper.ContainsKey(tekst))
                feil.Add($"personstatustyper[{nr}] skal være en av {string.Join(", ", Uttrekkskriterier.Statustyper.Keys)}.");
            else if (!typer.Contains(tekst))
                typer.Add(tekst);
            nr++;
        }

        return [.. typer];
    }

    private Uttrekkskriterier Kommuner(Uttrekkskriterier k, JsonElement verdi)
    {
        if (verdi.ValueKind != JsonValueKind.Object)
        {
            feil.Add("kommunenummer skal være et objekt.");
            return k;
        }

        var funnet = new List<(Adresseslag Slag, string[] Kommuner)>();
        foreach (var medlem in verdi.EnumerateObject().Where(m => m.Value.ValueKind != JsonValueKind.Null))
        {
            if (medlem.Name is "bostedskommunenummer")
                funnet.Add((Adresseslag.Bosted, Numre("kommunenummer.bostedskommunenummer", medlem.Value)));
            else if (medlem.Name is "oppholdskommunenummer")
                funnet.Add((Adresseslag.Opphold, Numre("kommunenummer.oppholdskommunenummer", medlem.Value)));
            else
                feil.Add($"Ukjent felt: kommunenummer.{Vist(medlem.Name)}.");
        }

        if (funnet.Count != 1)
        {
            feil.Add("kommunenummer skal ha enten bostedskommunenummer eller oppholdskommunenummer.");
            return k;
        }

        return k with { Adresse = funnet[0].Slag, Kommuner = funnet[0].Kommuner };
    }

    private string[] Numre(string sti, JsonElement verdi)
    {
        if (verdi.ValueKind != JsonValueKind.Array)
            return Kommune(sti, verdi) is { } ett ? [ett] : [];
        if (!flereKommuner)
            feil.Add($"{sti} kan bare ha én kommune.");
        else if (verdi.GetArrayLength() is 0 or > MaksKommuner)
            feil.Add($"{sti} skal ha fra 1 til {MaksKommuner} kommuner.");
        else
            return
            [
                .. verdi.EnumerateArray().Select((en, nr) => Kommune($"{sti}[{nr}]", en)).OfType<string>().Distinct(StringComparer.Ordinal),
            ];
        return [];
    }

    private string? Kommune(string sti, JsonElement verdi) => Tekst(sti, verdi, static t => ErSifre(t), "skal være fire sifre.");

    private int? Aar(string navn, JsonElement verdi) =>
        Tekst(navn, verdi, static t => ErSifre(t) && t != "0000", "skal være et årstall på fire sifre.") is { } aar
            ? int.Parse(aar, CultureInfo.InvariantCulture) : null;

    private string? Tekst(string navn, JsonElement verdi, Predicate<string> godtar, string ellers)
    {
        if (verdi.ValueKind == JsonValueKind.String && verdi.GetString() is { } tekst && godtar(tekst))
            return tekst;
        feil.Add($"{navn} {ellers}");
        return null;
    }

    private static bool ErSifre(string tekst) => tekst.Length == 4 && tekst.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    private static string Vist(string navn) => navn.Length <= 50 ? navn : navn[..50];
}
