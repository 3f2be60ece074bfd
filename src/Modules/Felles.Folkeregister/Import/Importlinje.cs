using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Web.Ndjson;

namespace Felles.Folkeregister.Import;

/// <summary>One person of the file.</summary>
internal sealed record Importlinje(int Linje, Nydokument Ny)
{
    public static Importlinje Av(Spoolpost post) => new(post.Linje, Nydokument.Av(post.Dokument, post.Tillegg));

    /// <summary>The path of the entry that has the number.</summary>
    public string Sti(long nummer)
    {
        _ = Dokumentindeks.TryLes(Ny.Indeks, Ny.Dokument.Length, out var poster);
        return Nummersti.Til(Ny.Dokument, poster, nummer);
    }
}
