using Felles.Kernel.Datafiler;
using Felles.Kernel.Identifikatorer;

namespace Felles.Tenor.Befolkning.Grunnlag;

internal sealed record FastPerson(Folkeregisteridentifikator Nummer, string Navn, string Kilde, string Merknad, int Foedt, bool Kvinne)
{
    /// <summary>The address that the note tells, or null.</summary>
    public FastAdresse? Adresse { get; } = FastAdresse.Les(Merknad);

    public bool DNummer => Nummer.Type == Identifikatortype.DNummer;
}

internal sealed record FastVirksomhet(Organisasjonsnummer Nummer, string Navn, string Kilde, string Merknad);

/// <summary>
/// Persons and organisations that published test data name. They are in every population and their numbers are never drawn.
/// </summary>
internal sealed class FasteIdentiteter
{
    public FasteIdentiteter()
    {
        var rader = Datatabell.Read(typeof(FasteIdentiteter).Assembly, "faste-identiteter.csv").Rader.ToArray();
        Personer = [.. rader.Where(rad => rad["type"] == "person").Select(Person)];
        Virksomheter = [.. rader.Where(rad => rad["type"] == "virksomhet").Select(Virksomhet)];
        Numre = [.. Personer.Select(person => person.Nummer.Value)];
        Organisasjonsnumre = [.. Virksomheter.Select(virksomhet => virksomhet.Nummer.Value)];
    }

    public FastPerson[] Personer { get; }

    public FastVirksomhet[] Virksomheter { get; }

    public HashSet<long> Numre { get; }

    public HashSet<int> Organisasjonsnumre { get; }

    private static FastPerson Person(Datatabell.Rad rad)
    {
        if (!Folkeregisteridentifikator.TryParse(rad["nummer"], out var nummer))
            throw new InvalidDataException($"faste-identiteter.csv: a person number is not valid (source {rad["kilde"]}).");
        var individnummer = (int)(nummer.Value / 100 % 1000);
        return new(nummer, rad["navn"], rad["kilde"], rad["merknad"], Foedselsdag(nummer, individnummer), individnummer % 2 == 0);
    }

    private static FastVirksomhet Virksomhet(Datatabell.Rad rad) => Organisasjonsnummer.TryParse(rad["nummer"], out var nummer)
        ? new(nummer, rad["navn"], rad["kilde"], rad["merknad"])
        : throw new InvalidDataException($"faste-identiteter.csv: {rad["nummer"]} is not an organisation number.");

    // A D-number does not tell the century; these are numbers of working adults, so the one that makes an adult is taken.
    private static int Foedselsdag(Folkeregisteridentifikator nummer, int individnummer)
    {
        if (nummer.Foedselsdato is { } dato)
            return dato.DayNumber;
        var dag = (int)(nummer.Value / 1_000_000_000 % 40);
        var maaned = (int)(nummer.Value / 10_000_000 % 100 % 20);
        var aar = (int)(nummer.Value / 100_000 % 100);
        return Dag.Av(individnummer < 500 || aar >= 40 ? 1900 + aar : 2000 + aar, maaned, dag);
    }
}
