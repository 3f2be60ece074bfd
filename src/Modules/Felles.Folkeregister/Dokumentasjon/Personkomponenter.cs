using System.Text;
using System.Text.Json.Nodes;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Persondokument.Skjema;
using Felles.Folkeregister.Skjemaer;

namespace Felles.Folkeregister.Dokumentasjon;

/// <summary>
/// The person document of one package as JSON Schema, from the table that reads and writes it and the rules of the package: elements and
/// members that the package never gets are not in its schema. An event document is the same in every answer and has types of its own.
/// </summary>
internal sealed class Personkomponenter
{
    private const string Peker = "#/components/schemas/";

    private readonly Dictionary<Skjematype, HashSet<Skjemafelt>> felter = [];
    private readonly SortedDictionary<string, JsonNode> skjemaer = new(StringComparer.Ordinal);
    private readonly string endelse;

    private Personkomponenter(string endelse) => this.endelse = endelse;

    /// <param name="regler">The rules of the package, one an element.</param>
    public static SortedDictionary<string, JsonNode> Lag(Elementregel[] regler)
    {
        var komponenter = new Personkomponenter("");
        var person = komponenter.Av(Personskjema.Person);
        foreach (var element in Enum.GetValues<Personelement>().Where(element => regler[(int)element].Leveres))
        {
            person.Add(Personskjema.Felt(element));
            komponenter.Besoek(Personskjema.Felt(element).Type!, regler[(int)element].Snitt);
        }

        foreach (var (type, med) in komponenter.felter)
            komponenter.skjemaer[type.Navn] = komponenter.Objekt(type, type.Felter.ToArray().Where(med.Contains));
        return komponenter.skjemaer;
    }

    /// <summary>The entries that an event document may hold, as members of one object, with the types they need.</summary>
    public static (JsonObject Medlemmer, SortedDictionary<string, JsonNode> Skjemaer) LagHendelse()
    {
        var komponenter = new Personkomponenter("IHendelse");
        var medlemmer = new JsonObject();
        foreach (var element in Personskjema.Person.Felter)
        {
            medlemmer[element.Navn] = komponenter.Verdi(element);
            komponenter.Ta(element.Type!);
        }

        return (medlemmer, komponenter.skjemaer);
    }

    public static JsonObject Ref(string navn) => new() { ["$ref"] = Peker + navn };

    private HashSet<Skjemafelt> Av(Skjematype type)
    {
        if (!felter.TryGetValue(type, out var med))
            felter[type] = med = [];
        return med;
    }

    /// <summary>A type may stand in several places; what leaves from one of them is in its schema.</summary>
    private void Besoek(Skjematype type, Feltsnitt?[] varianter)
    {
        var med = Av(type);
        for (var nr = 0; nr < type.Felter.Length; nr++)
        {
            var slipper = varianter.Where(variant => variant?.Utelater(nr) != true).ToArray();
            if (slipper.Length == 0)
                continue;
            med.Add(type.Felter[nr]);
            if (type.Felter[nr].Type is { } under)
                Besoek(under, [.. slipper.Select(variant => variant?.Under(nr))]);
        }
    }

    private void Ta(Skjematype type)
    {
        if (!felter.TryAdd(type, []))
            return;
        var alle = Hendelsesfelter.Av(type).ToArray();
        skjemaer[type.Navn + endelse] = Objekt(type, alle);
        foreach (var felt in alle.Where(felt => felt.Type is not null))
            Ta(felt.Type!);
    }

    private JsonObject Objekt(Skjematype type, IEnumerable<Skjemafelt> med)
    {
        var medlemmer = new JsonObject();
        var paakrevd = new JsonArray();
        var alle = med.ToArray();
        foreach (var felt in alle)
        {
            medlemmer[felt.Navn] = felt.Liste ? Liste(felt) : Verdi(felt);
            if (felt.EttAv is null && Valgfrie.AlltidMed(felt))
                paakrevd.Add(felt.Navn);
        }

        var skjema = new JsonObject { ["type"] = "object", ["properties"] = medlemmer };
        if (paakrevd.Count > 0)
            skjema["required"] = paakrevd;
        var valg = alle.Where(felt => felt.EttAv is not null).ToLookup(felt => felt.EttAv, felt => felt.Navn);
        if (valg.Count > 0)
            skjema["description"] = string.Join(' ', valg.Select(navn => $"Ett av: {string.Join(", ", navn)}."));
        return skjema;
    }

    private JsonObject Liste(Skjemafelt felt)
    {
        var liste = new JsonObject { ["type"] = "array", ["items"] = Verdi(felt) };
        if (felt.Hoeyst != int.MaxValue)
            liste["maxItems"] = felt.Hoeyst;
        return liste;
    }

    private JsonObject Verdi(Skjemafelt felt)
    {
        switch (felt.Form)
        {
            case Verdiform.Objekt:
                return Ref(felt.Type!.Navn + endelse);
            case Verdiform.Kode:
                skjemaer.TryAdd(felt.Kodeliste!, new JsonObject
                {
                    ["type"] = "string",
                    ["enum"] = new JsonArray([.. felt.Koder.Select(kode => JsonValue.Create(Encoding.UTF8.GetString(kode)))]),
                });
                return Ref(felt.Kodeliste!);
            case Verdiform.Boolsk:
                return new JsonObject { ["type"] = "boolean" };
            case Verdiform.Heltall:
                return new JsonObject { ["type"] = "integer", ["format"] = "int32", ["minimum"] = 0 };
            case Verdiform.Dato:
                return new JsonObject { ["type"] = "string", ["format"] = "date" };
            case Verdiform.Tidspunkt:
                return new JsonObject { ["type"] = "string", ["format"] = "date-time" };
            case Verdiform.Tekst:
                var tekst = new JsonObject { ["type"] = "string", ["maxLength"] = felt.Lengst };
                if (felt.Kortest > 0)
                    tekst["minLength"] = felt.Kortest;
                return tekst;
            default:
                return new JsonObject { ["type"] = "string", ["pattern"] = $"^{Verdimoenster.For(felt.Form)}$" };
        }
    }
}
