namespace Felles.Maskinporten.Noekler;

/// <summary>A row of <c>maskinporten.signeringsnoekkel</c>; times in seconds since 1970.</summary>
internal sealed record Signeringsrad
{
    public const string Neste = "neste";
    public const string Gjeldende = "gjeldende";
    public const string Gammel = "gammel";

    public string Kid { get; init; } = "";

    public string Miljoe { get; init; } = "";

    public string Tilstand { get; init; } = "";

    /// <summary>PKCS #8, protected by the program's key ring; empty for a retired key.</summary>
    public byte[] Privat { get; init; } = [];

    public byte[] Modulus { get; init; } = [];

    public byte[] Eksponent { get; init; } = [];

    public long Opprettet { get; init; }

    public long? TattIBruk { get; init; }

    public long? PubliseresTil { get; init; }
}
