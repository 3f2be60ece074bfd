using Felles.Folkeregister.Contracts;
using Felles.Kernel.Feil;

namespace Felles.Folkeregister.Import;

/// <summary>The faults of a file: the first ones are kept, all are counted.</summary>
internal sealed class Feilsamling
{
    private readonly List<Funn> funn = [];

    public long Antall { get; private set; }

    public void Legg(Funn feil, int linje)
    {
        Antall++;
        if (funn.Count < Personimportsvar.Avvist.StoersteAntallFunn)
            funn.Add(feil with { Linje = linje });
    }

    public void Legg(Feilkode kode, string sti, string melding, int linje) => Legg(new Funn(kode, sti, melding), linje);

    public Personimportsvar Svar() => new Personimportsvar.Avvist([.. funn.OrderBy(f => f.Linje)], Antall);
}
