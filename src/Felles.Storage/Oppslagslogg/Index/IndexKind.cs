namespace Felles.Storage.Oppslagslogg.Index;

/// <summary>By what a look-up is found. The numbers are stored.</summary>
internal enum IndexKind : long
{
    Person = 1,
    Konsument = 2,
    Leverandoer = 3,
}
