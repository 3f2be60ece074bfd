using System.Security.Cryptography;
using System.Text.Json;
using Felles.Kernel.Identifikatorer;
using Felles.Maskinporten.Contracts;
using Felles.Maskinporten.Sertifikater;
using Felles.Web.Token;
using Scope = Felles.Tilgang.Contracts.Scope;

namespace Felles.Maskinporten.Token;

/// <summary>A request for a token on its way through the checks; what a check finds stands here for those after it.</summary>
internal sealed class Tokenforespoersel(
    string? contentType, ReadOnlyMemory<byte> innhold, DateTimeOffset mottatt, string sporingsId, bool bareForklar = false) : IDisposable
{
    private JsonDocument? claims;

    public string? ContentType { get; } = contentType;

    public ReadOnlyMemory<byte> Innhold { get; } = innhold;

    public DateTimeOffset Mottatt { get; } = mottatt;

    /// <summary>Goes into the answer's text and into the log, so that an error report leads to the record.</summary>
    public string SporingsId { get; } = sporingsId;

    /// <summary>Nothing is to be given or used up: the request is only judged.</summary>
    public bool BareForklar { get; } = bareForklar;

    public Tokenskjema Skjema { get; set; } = null!;

    public CompactJws Jws { get; set; } = null!;

    public JwsHeader Header { get; set; } = null!;

    public HashAlgorithmName Hash { get; set; }

    public JsonElement Claims => claims!.RootElement;

    public Klient Klient
    {
        get => FunnetKlient ?? throw new InvalidOperationException("The client has not been found yet.");
        set => FunnetKlient = value;
    }

    /// <summary>Null as long as no check has found it; for the record of a refusal.</summary>
    public Klient? FunnetKlient { get; private set; }

    /// <summary>What the assertion must be signed with; null until the client's way of authenticating has been judged.</summary>
    public RsaPool? Noekkel { get; set; }

    /// <summary>How the client authenticates, as the token tells it.</summary>
    public string Amr { get; set; } = "";

    /// <summary>The enterprise certificate it authenticates with, or that its registered key is locked to; else null.</summary>
    public Virksomhetssertifikat? Sertifikat { get; set; }

    public DateTimeOffset Utloeper { get; set; }

    /// <summary>The assertion's own <c>jti</c>; null when it has none. A text of any length until the claims' values are checked.</summary>
    public string? Jti { get; private set; }

    /// <summary>True when the <c>jti</c> had not been used before; null before that is asked, and when there is none.</summary>
    public Task<bool>? FoersteBruk { get; set; }

    public string? Pid { get; set; }

    public string? Resource { get; set; }

    /// <summary>Null when the client acts for its own organisation.</summary>
    public Organisasjonsnummer? ConsumerOrg { get; set; }

    public IReadOnlyList<Scope> Scopes { get; set; } = [];

    /// <summary>The scopes as they were asked for, also when they are refused.</summary>
    public string? OensketScope { get; private set; }

    /// <summary>The party access is decided on.</summary>
    public Organisasjonsnummer Konsument => ConsumerOrg ?? Klient.Orgnr;

    /// <summary>The refusal of a used <c>jti</c>, or null. Completes when the use is durable.</summary>
    public async ValueTask<Avslag?> AvvisGjenbrukAsync() => FoersteBruk is { } bruk && !await bruk ? Avslag.BruktFoer : null;

    /// <summary>From here on the record of a refusal tells which assertion it was and what it asked for.</summary>
    public void SettClaims(JsonDocument document)
    {
        claims = document;
        Jti = Claims.Text("jti");
        OensketScope = Claims.Text("scope");
    }

    public void Dispose() => claims?.Dispose();
}
