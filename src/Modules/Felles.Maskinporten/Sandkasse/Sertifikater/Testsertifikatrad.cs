namespace Felles.Maskinporten.Sandkasse.Sertifikater;

/// <summary>A row of <c>maskinporten.testsertifikat</c>; times in seconds since 1970.</summary>
internal sealed record Testsertifikatrad
{
    public string Serienummer { get; init; } = "";

    public long Orgnr { get; init; }

    public string Profil { get; init; } = "";

    public long Utstedt { get; init; }

    public long Utloeper { get; init; }

    /// <summary>Null as long as it holds.</summary>
    public long? Sperret { get; init; }
}
