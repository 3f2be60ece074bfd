using System.Text;
using Felles.Folkeregister.Persondokument.Skjema;
using Felles.Folkeregister.Persondokument.Wire;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Tests.Persondokument.Bygging;

/// <summary>Valid person documents drawn from the schema, compact and in wire order. The same seed gives the same document.</summary>
internal sealed class Tilfeldigdokument(int frø, bool alt = false)
{
    private const string Bokstaver = "abcÆØÅæøåŋŧčÁš 1.-'&<>\"\\\t\n\r€𝕏";

    private readonly Random random = new(frø);
    private readonly StringBuilder ut = new();

    public string Lag()
    {
        ut.Clear();
        Objekt(Personskjema.Person);
        return ut.ToString();
    }

    public static Folkeregisteridentifikator Identifikator(Random random)
    {
        Folkeregisteridentifikator id;
        while (!Nummertildeling.TryTildel(
            new DateOnly(1940, 1, 1).AddDays(random.Next(31_000)), random.Next(500), random.Next(5) == 0
                ? Identifikatortype.DNummer : Identifikatortype.Foedselsnummer, true, out id))
        {
            // Some combinations have no number.
        }

        return id;
    }

    private void Objekt(Skjematype type)
    {
        ut.Append('{');
        var foerste = true;
        foreach (var felt in type.Felter)
        {
            if (!Med(type, felt))
                continue;
            ut.Append(foerste ? "" : ",").Append('"').Append(felt.Navn).Append("\":");
            foerste = false;
            if (felt.Liste)
                Liste(felt);
            else
                Verdi(felt);
        }

        ut.Append('}');
    }

    private bool Med(Skjematype type, Skjemafelt felt)
    {
        if (felt.EttAv is not { } ord)
            return felt.Minst > 0 || alt || random.Next(type == Personskjema.Person ? 3 : 2) == 0;

        // The choice is drawn at its first member and kept for the rest of the object.
        var mulige = type.Felter.ToArray().Where(annet => annet.EttAv == ord).ToArray();
        if (felt == mulige[0])
            valgt[ord] = mulige[random.Next(mulige.Length)];
        return valgt[ord] == felt;
    }

    private readonly Dictionary<string, Skjemafelt> valgt = [];

    private void Liste(Skjemafelt felt)
    {
        var antall = random.Next(Math.Max(1, felt.Minst), Math.Min(felt.Hoeyst, 3) + 1);
        ut.Append('[');
        for (var nr = 0; nr < antall; nr++)
        {
            ut.Append(nr == 0 ? "" : ",");
            Verdi(felt);
        }

        ut.Append(']');
    }

    private void Verdi(Skjemafelt felt)
    {
        switch (felt.Form)
        {
            case Verdiform.Objekt:
                var foer = valgt.ToArray();
                Objekt(felt.Type!);
                foreach (var (ord, valg) in foer)
                    valgt[ord] = valg;
                break;
            case Verdiform.Boolsk:
                ut.Append(random.Next(2) == 0 ? "true" : "false");
                break;
            case Verdiform.Heltall:
                ut.Append(random.Next(4) == 0 ? 0 : random.Next());
                break;
            default:
                Span<byte> utf8 = stackalloc byte[4096];
                ut.Append(Encoding.UTF8.GetString(utf8[..Wiretekst.Skriv(Tekst(felt), utf8)]));
                break;
        }
    }

    private string Tekst(Skjemafelt felt) => felt.Form switch
    {
        Verdiform.Kode => Encoding.UTF8.GetString(felt.Koder[random.Next(felt.Koder.Length)]),
        Verdiform.Dato => $"{Dato():yyyy-MM-dd}",
        Verdiform.Tidspunkt => Tidspunkt(),
        Verdiform.Aar => $"{random.Next(1850, 2027)}",
        Verdiform.Land2 => Fra("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 2),
        Verdiform.Land3 => Fra("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 3),
        Verdiform.Kommunenummer or Verdiform.Postnummer => Fra("0123456789", 4),
        Verdiform.Husnummer => Fra("0123456789", random.Next(1, 5)),
        Verdiform.Husbokstav => Fra("ABZabzæøåÆØÅ", 1),
        Verdiform.Personidentifikator => Identifikator(random).ToWire(),
        Verdiform.Organisasjonsnummer => Organisasjonsnummer(),
        _ => Fritekst(felt),
    };

    private DateOnly Dato() => new DateOnly(1850, 1, 1).AddDays(random.Next(64_000));

    private string Tidspunkt()
    {
        var sifre = random.Next(10);
        var broek = sifre == 0 ? "" : "." + Fra("0123456789", sifre);
        return $"{Dato():yyyy-MM-dd}T{random.Next(24):00}:{random.Next(60):00}:{random.Next(60):00}{broek}{(random.Next(8) == 0 ? "Z" : random.Next(2) == 0 ? "+01:00" : "+02:00")}";
    }

    private string Fra(string tegn, int antall) => string.Concat(Enumerable.Range(0, antall).Select(_ => tegn[random.Next(tegn.Length)]));

    private string Fritekst(Skjemafelt felt)
    {
        var runer = Bokstaver.EnumerateRunes().ToArray();
        var tegn = Math.Min(felt.Lengst, random.Next(Math.Max(1, felt.Kortest), 24));
        return string.Concat(Enumerable.Range(0, tegn).Select(_ => runer[random.Next(runer.Length)].ToString()));
    }

    private string Organisasjonsnummer()
    {
        while (true)
        {
            var tekst = "9" + Fra("0123456789", 8);
            if (Felles.Kernel.Identifikatorer.Organisasjonsnummer.TryParse(tekst.AsSpan(), out _))
                return tekst;
        }
    }
}
