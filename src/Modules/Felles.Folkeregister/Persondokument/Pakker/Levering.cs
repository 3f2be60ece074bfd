namespace Felles.Folkeregister.Persondokument.Pakker;

/// <summary>What brings an element into an answer; the words of the column <c>naar</c> in <c>pakkematrise.csv</c>.</summary>
internal enum Levering
{
    Alltid,
    Del,
    Uttrykkelig,
    Aldri,
    Trukket,
}
