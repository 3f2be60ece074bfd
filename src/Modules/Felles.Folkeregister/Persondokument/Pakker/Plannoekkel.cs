namespace Felles.Folkeregister.Persondokument.Pakker;

/// <summary>
/// What tells plans apart: the package's code, the elements that may be in the answer, and whether history was asked for.
/// </summary>
internal readonly record struct Plannoekkel(string Pakke, ulong Elementer, bool Historikk);
