using System.Reflection;
using System.Text;
using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Skjema;
using Felles.Folkeregister.Tests.Persondokument.Bygging;

namespace Felles.Folkeregister.Tests.Persondokument.Skjema;

/// <summary>The table, the published schema and the typed model say the same.</summary>
public sealed class SkjemaTests
{
    private static readonly JsonElement Publisert = Dokumenter.Json(Encoding.UTF8.GetBytes(Dokumenter.Skjemafil));

    // A record cannot be named as its kernel value type, nor a member as its record.
    private static readonly Dictionary<string, string> Omdoept = new()
    {
        ["Folkeregisteridentifikator"] = "Identifikasjonsnummer",
        ["Sivilstand.sivilstand"] = "Type",
        ["Statsborgerskap.statsborgerskap"] = "Land",
    };

    public static TheoryData<string> Typer =>
        [.. Personskjema.AlleTyper.Select(type => type.Navn).Where(navn => navn != nameof(Opplysning))];

    [Theory]
    [MemberData(nameof(Typer))]
    public void A_type_has_the_members_of_the_published_schema_in_its_order(string navn)
    {
        var type = Personskjema.AlleTyper.Single(type => type.Navn == navn);
        var publisert = navn == nameof(Folkeregisterperson) ? Publisert : Publisert.GetProperty("$defs").GetProperty(PublisertNavn(navn));
        var paakrevd = publisert.TryGetProperty("required", out var liste)
            ? liste.EnumerateArray().Select(felt => felt.GetString()!).ToHashSet() : [];

        Assert.Equal(publisert.GetProperty("properties").EnumerateObject().Select(felt => felt.Name), type.Felter.ToArray().Select(felt => felt.Navn));
        foreach (var felt in type.Felter)
        {
            Assert.Equal(paakrevd.Contains(felt.Navn), felt.Minst > 0);
            Samsvarer(publisert.GetProperty("properties").GetProperty(felt.Navn), felt);
        }
    }

    [Theory]
    [MemberData(nameof(Typer))]
    public void A_record_of_the_model_has_the_members_of_its_type_in_wire_order(string navn)
    {
        var type = Personskjema.AlleTyper.Single(type => type.Navn == navn);
        var record = typeof(Folkeregisterperson).Assembly.GetType($"{typeof(Folkeregisterperson).Namespace}.{navn}")!;
        var egne = record.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(felt => felt.CanWrite).Select(felt => felt.Name);
        var metadata = typeof(Opplysning).IsAssignableFrom(record)
            ? typeof(Opplysning).GetProperties().Where(felt => felt.CanWrite).Select(felt => felt.Name) : [];
        Assert.Equal(type.Felter.ToArray().Select(felt => Omdoept.GetValueOrDefault($"{navn}.{felt.Navn}", Stor(felt.Navn))), metadata.Concat(egne));
    }

    [Fact]
    public void The_elements_are_numbered_in_wire_order() =>
        Assert.Equal(Personskjema.Person.Felter.ToArray().Select(felt => Stor(felt.Navn)), Enum.GetNames<Personelement>());

    [Fact]
    public void The_enums_of_the_model_are_the_closed_code_lists()
    {
        foreach (var felt in Personskjema.AlleTyper.SelectMany(type => type.Felter.ToArray()).Where(felt => felt.Form == Verdiform.Kode))
        {
            var verdier = felt.Koder.Select(kode => Stor(Encoding.UTF8.GetString(kode))).ToHashSet();
            Assert.Contains(Enumer(), type => type.GetEnumNames().ToHashSet().SetEquals(verdier));
        }
    }

    private static IEnumerable<Type> Enumer() =>
        typeof(Folkeregisterperson).Assembly.GetTypes().Where(type => type.IsEnum && type.IsPublic)
            .Append(typeof(Kernel.Identifikatorer.Kjoenn));

    private static void Samsvarer(JsonElement publisert, Skjemafelt felt)
    {
        var verdi = felt.Liste ? publisert.GetProperty("items") : publisert;
        Assert.Equal(felt.Liste, publisert.TryGetProperty("type", out var form) && form.GetString() == "array");
        if (verdi.TryGetProperty("$ref", out var peker))
            verdi = Publisert.GetProperty("$defs").GetProperty(peker.GetString()!["#/$defs/".Length..]);
        if (verdi.TryGetProperty("enum", out var koder))
            Assert.Equal(
                koder.EnumerateArray().Select(kode => kode.GetString()!), felt.Koder.Select(kode => Encoding.UTF8.GetString(kode)));
        else
            Assert.Equal(verdi.GetProperty("type").GetString(), Jsontype(felt.Form));
        if (verdi.TryGetProperty("pattern", out var moenster))
            Assert.Contains(felt.Form, Moenstre[moenster.GetString()!]);
        if (verdi.TryGetProperty("format", out var format))
            Assert.Equal(format.GetString() == "date" ? Verdiform.Dato : Verdiform.Tidspunkt, felt.Form);
        if (verdi.TryGetProperty("maxLength", out var lengst))
            Assert.Equal(lengst.GetInt32(), felt.Lengst);
    }

    private static readonly Dictionary<string, Verdiform[]> Moenstre = new()
    {
        ["^[0-9]{11}$"] = [Verdiform.Personidentifikator],
        ["^[0-9]{9}$"] = [Verdiform.Organisasjonsnummer],
        ["^[0-9]{4}$"] = [Verdiform.Kommunenummer, Verdiform.Postnummer, Verdiform.Aar],
        ["^[0-9]{1,4}$"] = [Verdiform.Husnummer],
        ["^[A-Za-zæøåÆØÅ]$"] = [Verdiform.Husbokstav],
        ["^[A-Z]{2}$"] = [Verdiform.Land2],
        ["^[A-Z]{3}$"] = [Verdiform.Land3],
    };

    private static string Jsontype(Verdiform form) => form switch
    {
        Verdiform.Objekt => "object",
        Verdiform.Boolsk => "boolean",
        Verdiform.Heltall => "integer",
        _ => "string",
    };

    private static string PublisertNavn(string navn) =>
        Omdoept.FirstOrDefault(par => par.Value == navn && !par.Key.Contains('.')).Key ?? navn;

    private static string Stor(string navn) => char.ToUpperInvariant(navn[0]) + navn[1..];
}
