using Felles.Maskinporten.Contracts;

namespace Felles.Maskinporten.Klienter;

/// <summary>A row of <c>maskinporten.klient</c>. Numbers are wide because SQLite knows no narrow ones.</summary>
internal sealed record Klientrad
{
    public string ClientId { get; init; } = "";

    public string Navn { get; init; } = "";

    public long Orgnr { get; init; }

    /// <summary>Separated by blanks.</summary>
    public string Scopes { get; init; } = "";

    public long Levetid { get; init; }

    public long Aktiv { get; init; }

    public long Versjon { get; init; }

    public string Beskrivelse { get; init; } = "";

    public string? Uri { get; init; }

    public string Integrasjonstype { get; init; } = Klient.Maskinporten;

    public long Opprettet { get; init; }

    public long Endret { get; init; }

    public Klientrad Med(Klientendring endring) => this with
    {
        Navn = endring.Navn ?? Navn,
        Beskrivelse = endring.Beskrivelse ?? Beskrivelse,
        Uri = endring.Uri is { } uri ? (uri.Length > 0 ? uri : null) : Uri,
        Scopes = endring.Scopes is { } scopes ? string.Join(' ', scopes) : Scopes,
        Levetid = endring.Levetid ?? Levetid,
        Aktiv = endring.Aktiv is { } aktiv ? (aktiv ? 1 : 0) : Aktiv,
    };
}

/// <summary>A row of <c>maskinporten.klientnoekkel</c>; times in seconds since 1970.</summary>
internal sealed record Noekkelrad
{
    public string ClientId { get; init; } = "";

    public string Kid { get; init; } = "";

    public string Alg { get; init; } = "";

    public byte[] Modulus { get; init; } = [];

    public byte[] Eksponent { get; init; } = [];

    /// <summary>The <c>x5c</c> it was posted with: base64 DER, separated by blanks; null without.</summary>
    public string? Sertifikat { get; init; }

    public long Registrert { get; init; }

    public long Utloeper { get; init; }
}
