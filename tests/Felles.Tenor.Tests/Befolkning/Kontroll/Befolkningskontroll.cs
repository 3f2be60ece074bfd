using System.Text.Json;

namespace Felles.Tenor.Tests.Befolkning.Kontroll;

/// <summary>
/// Reads a whole population back as wire documents and finds contradictions, within documents and between them. It knows the published
/// lists and the law, and nothing of how the population was made.
/// </summary>
public sealed class Befolkningskontroll(DateOnly referansedato)
{
    private readonly Adresseregler adresser = new(new Stedsliste());
    private readonly List<Motsigelse> funn = [];
    private readonly Dictionary<string, Kontrollperson> personer = [];
    private readonly HashSet<string> numre = [];

    public int Antall { get; private set; }

    public void Les(ReadOnlyMemory<byte> dokument)
    {
        Antall++;
        using var json = JsonDocument.Parse(dokument);
        var rot = json.RootElement;
        var nummer = rot.Alle("identifikasjonsnummer").FirstOrDefault().Tekst("foedselsEllerDNummer") ?? $"nr. {Antall}";
        var brudd = Dokumentregler.Sjekk(rot, referansedato).Concat(adresser.Sjekk(rot)).ToArray();
        Legg(nummer, brudd);

        // One without a current number or name cannot take part in the rules between persons; it is reported above.
        if (brudd.Any(b => b.Regel is "ikke en gjeldende" or "erGjeldende mangler"))
            return;
        var person = new Kontrollperson(rot);
        foreach (var ett in person.Numre.Where(ett => !numre.Add(ett)))
            funn.Add(new("to personer med ett nummer", person.Nummer, ett));
        personer.TryAdd(person.Nummer, person);
    }

    public IReadOnlyList<Motsigelse> Ferdig()
    {
        var skjermede = personer.Values.Where(person => person.Skjermet).Select(person => person.Bolig).OfType<string>().ToHashSet();
        foreach (var person in personer.Values)
        {
            if (!person.Skjermet && person.Adresser.FirstOrDefault(skjermede.Contains) is { } bolig)
                Legg(person.Nummer, [("adressen viser hvor en skjermet bor", bolig)]);
            Legg(person.Nummer, Slektsregler.Sjekk(person, personer, referansedato));
            Legg(person.Nummer, Samlivsregler.Sjekk(person, personer));
        }

        return funn;
    }

    private void Legg(string nummer, IEnumerable<(string Regel, string Hva)> brudd) =>
        funn.AddRange(brudd.Select(b => new Motsigelse(b.Regel, nummer, b.Hva)));
}
