using System.Reflection;
using System.Text.Json.Nodes;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Tjenester;
using Felles.Web.Dokumenter;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Folkeregister.Dokumentasjon;

/// <summary>Puts together what the OpenAPI document of a package says of one service.</summary>
internal sealed class Operasjonsskriver(Tjeneste tjeneste, MethodInfo parametre, Innhold innhold, int[] statuser)
{
    private const string Json = "application/json";

    // Given by what stands around every service: throttling, bugs, and a database or access state that is lost.
    private static readonly int[] Alltid = [429, 500, 503];

    public OpenApiFragment Les(IServiceProvider tjenester)
    {
        var planer = tjenester.GetRequiredService<Pakkeplaner>();
        var operasjon = new JsonObject { ["parameters"] = new JsonArray([.. Parametre(planer.Delnavn(tjeneste.Pakke.Kode))]) };
        if (innhold.Kropp is { } kropp)
        {
            operasjon["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = Kropp(kropp, innhold.Kroppseksempel, innhold.Kroppstyper ?? innhold.Medietyper),
            };
        }

        var svar = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = innhold.Svarbeskrivelse,
                ["content"] = Kropp(innhold.Svar, innhold.Svareksempel, innhold.Medietyper),
            },
        };
        foreach (var status in statuser.Union(Alltid).Order())
            svar[$"{status}"] = Avvisning(status);
        operasjon["responses"] = svar;
        return new OpenApiFragment(operasjon, Skjemaer(operasjon, planer.Regler(tjeneste.Pakke.Kode)));
    }

    private JsonObject Avvisning(int status)
    {
        if (status == 304)
            return new JsonObject { ["description"] = "Uendret siden svaret som hadde merket i If-None-Match. Uten kropp." };
        var (beskrivelse, skjema, eksempel) = Faste.Avvisning(status);
        if (innhold.Avvisninger.TryGetValue(status, out var eget))
            (skjema, eksempel) = eget;
        var svar = new JsonObject { ["description"] = beskrivelse, ["content"] = Kropp(skjema, eksempel, [Json, "application/xml"]) };
        if (status == 429)
            svar["headers"] = Faste.Json(
                """{"Retry-After":{"description":"Millisekunder til neste kall.","schema":{"type":"integer","format":"int64"}}}""");
        return svar;
    }

    /// <summary>The forms of a body. XML is described by its XML schema, which OpenAPI has no words for.</summary>
    private static JsonObject Kropp(string? skjema, string? eksempel, string[] medietyper)
    {
        var former = new JsonObject();
        foreach (var medietype in medietyper)
        {
            var form = new JsonObject();
            if (medietype == Json && skjema is not null)
                form["schema"] = Personkomponenter.Ref(skjema);
            if (medietype == Json && eksempel is not null)
                form["example"] = Faste.Json(eksempel);
            former[medietype] = form;
        }

        return former;
    }

    /// <summary>The schemas that the operation names, and those that they name.</summary>
    private static SortedDictionary<string, JsonNode> Skjemaer(JsonNode operasjon, Elementregel[] regler)
    {
        var alle = Personkomponenter.Lag(regler);
        foreach (var (navn, skjema) in Faste.Skjemaer.Concat(Hendelsesskjemaer.Faste))
            alle[navn] = Faste.Json(skjema);
        foreach (var (navn, skjema) in Hendelsesskjemaer.Dokument())
            alle[navn] = skjema;
        var trengs = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        var igjen = new Stack<JsonNode>([operasjon]);
        while (igjen.TryPop(out var node))
        {
            foreach (var navn in Pekere(node).Where(navn => !trengs.ContainsKey(navn)))
            {
                trengs[navn] = alle[navn];
                igjen.Push(alle[navn]);
            }
        }

        return trengs;
    }

    private static IEnumerable<string> Pekere(JsonNode? node) => node switch
    {
        JsonObject objekt => objekt.SelectMany(par => par is { Key: "$ref", Value: { } peker }
            ? [peker.GetValue<string>().Split('/')[^1]] : Pekere(par.Value)),
        JsonArray liste => liste.SelectMany(Pekere),
        _ => [],
    };

    private IEnumerable<JsonNode> Parametre(IReadOnlyList<string> deler)
    {
        foreach (var parameter in parametre.GetParameters())
        {
            if (parameter.GetCustomAttribute<FromBodyAttribute>() is not null)
                continue;
            var iSti = tjeneste.Rute.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal);
            var valgfri = new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
            var skrevet = new JsonObject { ["name"] = parameter.Name, ["in"] = iSti ? "path" : "query", ["required"] = iSti || !valgfri };
            foreach (var (navn, verdi) in Parameterkatalog.Les(parameter.Name!, parameter.ParameterType, deler).ToArray())
                skrevet[navn] = verdi?.DeepClone();
            yield return skrevet;
        }
    }
}
