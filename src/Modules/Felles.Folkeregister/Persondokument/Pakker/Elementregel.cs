using System.Text;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Folkeregister.Persondokument.Skjema;

namespace Felles.Folkeregister.Persondokument.Pakker;

/// <summary>What one package may see of one element.</summary>
internal sealed class Elementregel(Skjemafelt felt, Personelement element)
{
    public required Levering Levering { get; init; }

    /// <summary>Whether asking for history brings it for this element.</summary>
    public required bool Historikk { get; init; }

    /// <summary>Bit n: grading n may leave. Null: the element has no grading.</summary>
    public required int? Graderinger { get; init; }

    /// <summary>How entries are cut, by current or not and by shielding of the person; null leaves them whole.</summary>
    public required Feltsnitt?[] Snitt { get; init; }

    /// <summary>Whether the package ever gets the element.</summary>
    public bool Leveres => Levering is not (Levering.Aldri or Levering.Trukket);

    public bool Liste => felt.Liste;

    /// <summary>The name, colon and opening bracket as they stand before the first entry.</summary>
    public byte[] Start { get; } = Encoding.UTF8.GetBytes(felt.Liste ? $"\"{felt.Navn}\":[" : $"\"{felt.Navn}\":");

    public Feltsnitt? Snittfor(bool gjeldende, bool skjermet) => Snitt[Feltsnitt.Variant(gjeldende, skjermet)];

    /// <summary>
    /// Whether the entry may leave. The entry's own grading and the protection of its person both count: fortrolig covers every address.
    /// </summary>
    public bool Slipper(Indekspost post, Adressegradering skjerming)
    {
        if (Graderinger is not { } maske)
            return true;
        if ((maske >> (int)post.Gradering & 1) == 0)
            return false;

        // A person with strengt fortrolig address has one open address, which leads to the police or the tax office; all else could tell
        // where the person is.
        if (skjerming == Adressegradering.StrengtFortrolig && element == Personelement.Postadresse)
            return post.Gjeldende && post.Gradering == Adressegradering.Ugradert;
        return (maske >> (int)skjerming & 1) != 0;
    }
}
