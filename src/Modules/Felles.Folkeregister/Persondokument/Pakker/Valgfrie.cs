using Felles.Folkeregister.Persondokument.Skjema;

namespace Felles.Folkeregister.Persondokument.Pakker;

/// <summary>
/// Which members an answer may lack although a complete document must have them, because some package does not get them. A published
/// schema that demanded them would call true answers invalid.
/// </summary>
internal static class Valgfrie
{
    private static readonly HashSet<Skjemafelt> Felter = Finn();

    /// <summary>Whether every answer that has the object has this member.</summary>
    public static bool AlltidMed(Skjemafelt felt) => felt.Minst > 0 && !Felter.Contains(felt);

    /// <summary>Whether every answer that has the object has one of the members of the choice.</summary>
    public static bool AlltidEttAv(Skjematype type, string valg)
    {
        foreach (var felt in type.Felter)
        {
            if (felt.EttAv == valg && Felter.Contains(felt))
                return false;
        }

        return true;
    }

    private static HashSet<Skjemafelt> Finn()
    {
        HashSet<Skjemafelt> funnet = [];
        foreach (var element in Personskjema.Person.Felter)
            Let(element.Navn, element.Type!, "", funnet);
        return funnet;
    }

    /// <summary>Tells whether an object of the type may be emptied, and then goes with its name.</summary>
    private static bool Let(string element, Skjematype type, string sti, HashSet<Skjemafelt> funnet)
    {
        var (kuttet, fast) = (false, false);
        foreach (var felt in type.Felter)
        {
            var kan = Pakkematrise.KanUtelates(element, sti + felt.Navn)
                || (felt.Type is not null && Let(element, felt.Type, $"{sti}{felt.Navn}.", funnet));
            if (kan)
                funnet.Add(felt);
            kuttet |= kan;
            fast |= felt.Minst > 0 && !kan;
        }

        return kuttet && !fast;
    }
}
