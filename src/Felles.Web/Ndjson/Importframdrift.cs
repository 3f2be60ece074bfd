namespace Felles.Web.Ndjson;

/// <summary>How far an import has come.</summary>
/// <param name="Steg">What is being done.</param>
/// <param name="Antall">Lines judged, or documents stored.</param>
/// <param name="Av">Of how many; null while the file is being read and nobody knows.</param>
public readonly record struct Importframdrift(Importsteg Steg, long Antall, long? Av);

/// <summary>A file is judged to its end before anything of it is stored.</summary>
public enum Importsteg
{
    Leser,
    Lagrer,
}
