using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Svar;
using Felles.Folkeregister.Tjenester;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Bulkoppslag;

/// <summary>
/// Cuts each person of a bulk look-up as it is read, and puts the answer together: in request order with a message for each number that has
/// no person when it is <c>somBestilt</c>, otherwise what was found, once a number.
/// </summary>
internal sealed class Bulksvar(Pakkeplan plan, Svarformat format, int antall, bool somBestilt) : IPersonmottaker, IDisposable
{
    private readonly Dictionary<long, (int Start, int Lengde)> funnet = new(antall);
    private readonly Svarbuffer personbytes = Svarbuffer.Lei();
    private readonly Svarbuffer svar = Svarbuffer.Lei();
    private readonly List<long> personer = new(antall);
    private readonly List<Dokumentidentifikator> dokumenter = new(antall);
    private HashSet<long>? utgaatte;

    public ulong Elementgrupper { get; private set; }

    public ReadOnlyMemory<byte> Svar => svar.Skrevet;

    public ReadOnlyMemory<long> Personer => personer.ToArray();

    public ReadOnlyMemory<Dokumentidentifikator> Dokumenter => dokumenter.ToArray();

    public void Motta(in Personrad rad)
    {
        // "As ordered" means that an expired number is told as such, and not answered with the person who has another number now. That
        // somebody had the number is told of that person, and stands in the log, though nothing of the document leaves.
        if (somBestilt && (rad.Spurt != rad.Identifikator || !Personnumre.ErIBruk(rad)))
        {
            (utgaatte ??= []).Add(rad.Spurt);
            personer.Add(rad.Personnoekkel);
            return;
        }

        var start = personbytes.Lengde;
        Elementgrupper |= Personsvar.Skriv(plan, rad, format, personbytes);
        funnet[rad.Spurt] = (start, personbytes.Lengde - start);
        personer.Add(rad.Personnoekkel);
        dokumenter.Add(Dokumentidentifikator.FromBytes(rad.Dokumentid));
    }

    public void Ferdigstill(IReadOnlyList<long> bestilt)
    {
        var skriver = Bulkskriver.For(format, svar);
        skriver.Begynn();
        if (somBestilt)
        {
            foreach (var id in bestilt)
            {
                if (funnet.TryGetValue(id, out var plass))
                    skriver.Person(id, personbytes.Skrevet.Span.Slice(plass.Start, plass.Lengde));
                else
                    skriver.Feilmelding(id, utgaatte?.Contains(id) == true ? "Personidentifikator er utgått" : "Ukjent person");
            }
        }
        else
        {
            foreach (var (id, plass) in funnet)
                skriver.Person(id, personbytes.Skrevet.Span.Slice(plass.Start, plass.Lengde));
        }

        skriver.Avslutt();
    }

    public void Dispose()
    {
        personbytes.LeverTilbake();
        svar.LeverTilbake();
    }
}
