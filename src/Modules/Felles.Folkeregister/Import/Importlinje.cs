using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Web.Ndjson;

namespace Felles.Folkeregister.Import;

/// <summary>One person of the file.</summary>
internal sealed record Importlinje(int Linje, byte[] Dokument, byte[] Indeks, Personnumre Numre)
{
    public static Importlinje Av(Spoolpost post)
    {
        var numre = new Personnumre();
        _ = Dokumentindeks.TryLes(post.Tillegg, post.Dokument.Length, out var poster);
        _ = numre.Les(post.Dokument, poster);
        return new Importlinje(post.Linje, post.Dokument, post.Tillegg, numre);
    }

    /// <summary>The path of the entry that has the number.</summary>
    public string Sti(long nummer)
    {
        _ = Dokumentindeks.TryLes(Indeks, Dokument.Length, out var poster);
        return Nummersti.Til(Dokument, poster, nummer);
    }
}
