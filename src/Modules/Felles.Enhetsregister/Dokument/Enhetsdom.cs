using System.Text.Json;
using Felles.Enhetsregister.Contracts;
using Felles.Kernel.Feil;
using static Felles.Enhetsregister.Enhetsregisterfeilkoder;

namespace Felles.Enhetsregister.Dokument;

/// <summary>Judges the document of one unit to its end and collects every fault with its path.</summary>
internal sealed class Enhetsdom
{
    private readonly List<Funn> funn = [];

    private Enhetsdom()
    {
    }

    public static IReadOnlyList<Funn> Doem(JsonElement enhet)
    {
        var dom = new Enhetsdom();
        dom.Objekt(enhet, Medlemmer.Enhet, "");
        dom.Overordnet(enhet);
        return dom.funn;
    }

    private void Objekt(JsonElement verdi, Medlem[] medlemmer, string sti)
    {
        if (verdi.ValueKind != JsonValueKind.Object)
        {
            Legg(FeilType, sti, "The member must be an object.");
            return;
        }

        foreach (var medlem in medlemmer)
        {
            var medlemssti = sti.Length == 0 ? medlem.Navn : $"{sti}.{medlem.Navn}";
            if (!verdi.TryGetProperty(medlem.Navn, out var innhold) || innhold.ValueKind == JsonValueKind.Null)
            {
                if (medlem.Paakrevd) Legg(MedlemMangler, medlemssti, "The member is required.");
            }
            else if (medlem.Type == Verditype.Objekt)
            {
                Objekt(innhold, medlem.Medlemmer!, medlemssti);
            }
            else if (medlem.Type == Verditype.Rollegrupper)
            {
                Liste(innhold, medlemssti, Rollegruppe);
            }
            else if (Verdidom.Doem(medlem, innhold) is var (feil, melding))
            {
                Legg(feil, medlemssti, melding);
            }
        }
    }

    private void Liste(JsonElement verdi, string sti, Action<JsonElement, string> hver)
    {
        if (verdi.ValueKind != JsonValueKind.Array)
        {
            Legg(FeilType, sti, "The member must be a list.");
            return;
        }

        var nr = 0;
        foreach (var del in verdi.EnumerateArray()) hver(del, $"{sti}[{nr++}]");
    }

    private void Rollegruppe(JsonElement gruppe, string sti)
    {
        Objekt(gruppe, Medlemmer.Rollegruppe, sti);
        if (gruppe.ValueKind != JsonValueKind.Object) return;
        if (!gruppe.TryGetProperty("roller", out var roller))
        {
            Legg(MedlemMangler, $"{sti}.roller", "The member is required.");
            return;
        }

        var gruppekode = Kode(gruppe);
        if (gruppekode is not null && Rolletype.Alle.All(r => r.Gruppe.Kode != gruppekode))
        {
            Legg(UkjentRolle, $"{sti}.type.kode", "There is no such role group.");
            gruppekode = null;
        }

        Liste(roller, $"{sti}.roller", (rolle, rollesti) => Rolle(rolle, gruppekode, rollesti));
    }

    private void Rolle(JsonElement rolle, string? gruppekode, string sti)
    {
        Objekt(rolle, Medlemmer.Rolle, sti);
        if (rolle.ValueKind != JsonValueKind.Object) return;
        var harPerson = Har(rolle, "person");
        var harVirksomhet = Har(rolle, "virksomhet");
        if (harPerson == harVirksomhet) Legg(FeilRolleinnehaver, sti, "Exactly one of person and virksomhet is needed.");
        if (gruppekode is null || Kode(rolle) is not { } kode) return;
        if (Rolletype.Finn(gruppekode, kode) is not { } type)
            Legg(UkjentRolle, $"{sti}.type.kode", "There is no such role in the group.");
        else if (harPerson != harVirksomhet && !(harPerson ? type.KanVaerePerson : type.KanVaereVirksomhet))
            Legg(FeilRolleinnehaver, sti, harPerson ? "A person cannot hold this role." : "An organisation cannot hold this role.");
    }

    private void Overordnet(JsonElement enhet)
    {
        if (enhet.ValueKind == JsonValueKind.Object && !Har(enhet, "overordnetEnhet")
            && enhet.TryGetProperty("organisasjonsform", out var form) && Tekst(form, "kode") is { } kode
            && Organisasjonsform.Alle.TryGetValue(kode, out var funnet) && funnet.Underenhet)
        {
            Legg(OverordnetMangler, "overordnetEnhet", "A sub-unit needs its main unit.");
        }
    }

    private static bool Har(JsonElement objekt, string navn) =>
        objekt.TryGetProperty(navn, out var verdi) && verdi.ValueKind != JsonValueKind.Null;

    private static string? Kode(JsonElement objekt) => objekt.TryGetProperty("type", out var type) ? Tekst(type, "kode") : null;

    private static string? Tekst(JsonElement objekt, string navn) =>
        objekt.ValueKind == JsonValueKind.Object && objekt.TryGetProperty(navn, out var verdi) && verdi.ValueKind == JsonValueKind.String
        && Jsontekst.TryLes(verdi, out var tekst)
            ? tekst
            : null;

    private void Legg(Feilkode feil, string sti, string melding) => funn.Add(new Funn(feil, sti, melding));
}
