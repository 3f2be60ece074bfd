namespace Felles.Storage.Oppslagslogg;

/// <summary>Where the log lies in a data folder.</summary>
public static class LookupLogPlace
{
    public static string File(string dataDirectory) => Path.Combine(dataDirectory, "oppslagslogg.db");
}
