using System.Text.Encodings.Web;
using System.Text.Json;
using Felles.Kernel.Feil;
using Microsoft.AspNetCore.Http;

namespace Felles.Web.Problem;

/// <summary>
/// A refusal of one of our own APIs as problem details (RFC 9457): besides the standard members a stable <c>kode</c>, the place of the
/// fault (<c>sti</c>), the <c>korrelasjonsid</c>, and for input with many faults the list <c>funn</c>.
/// </summary>
public sealed class Problemsvar : IResult, IStatusCodeHttpResult
{
    public const string Medietype = "application/problem+json";

    private static readonly JsonWriterOptions Skriving = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Problemsvar(int status, Feilkode kode) => (Status, Kode) = (status, kode);

    public int Status { get; }

    int? IStatusCodeHttpResult.StatusCode => Status;

    public Feilkode Kode { get; }

    public string? Melding { get; private init; }

    public string? Sti { get; private init; }

    public IReadOnlyList<Funn> Funn { get; private init; } = [];

    /// <summary>How many faults there are when <see cref="Funn"/> holds only the first of them.</summary>
    public long AntallFunn { get; private init; }

    /// <summary>Seconds for <c>Retry-After</c>; 0 for none.</summary>
    public int ProevIgjenOm { get; private init; }

    /// <summary>The value of <c>WWW-Authenticate</c> (RFC 6750 §3).</summary>
    public string? Utfordring { get; private init; }

    /// <summary>One fault.</summary>
    public static Problemsvar Av(int status, Feilkode kode, string? melding = null, string? sti = null) =>
        new(status, kode) { Melding = melding, Sti = sti };

    /// <summary>One fault found in input.</summary>
    public static Problemsvar Av(int status, Funn funn) => Av(status, funn.Feil, funn.Melding, funn.Sti);

    /// <summary>Many faults under one code; a single one is told directly.</summary>
    public static Problemsvar Av(int status, Feilkode kode, IReadOnlyList<Funn> feil, long antall) => feil is [{ Linje: null } eneste]
        ? Av(status, eneste)
        : new(status, kode) { Funn = feil, AntallFunn = antall };

    /// <summary>Not now, but soon: 503 with <c>Retry-After</c>.</summary>
    public static Problemsvar Utilgjengelig(Feilkode kode, int sekunder) =>
        new(StatusCodes.Status503ServiceUnavailable, kode) { ProevIgjenOm = sekunder };

    /// <summary>No token, or one that is worth nothing: 401 with the challenge of RFC 6750 §3.</summary>
    public static Problemsvar Uautentisert(Feilkode kode, string? grunn) => new(StatusCodes.Status401Unauthorized, kode)
    {
        Melding = grunn,
        Utfordring = grunn is null ? "Bearer" : $"Bearer error=\"invalid_token\", error_description=\"{grunn.Replace('"', '\'')}\"",
    };

    /// <summary>A valid token without the scope: 403.</summary>
    public static Problemsvar UtenScope(Feilkode kode, string scope) => new(StatusCodes.Status403Forbidden, kode)
    {
        Melding = $"The token does not have the scope {scope}.",
        Utfordring = $"Bearer error=\"insufficient_scope\", scope=\"{scope}\"",
    };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var korrelasjonsid = Korrelasjonsid.For(httpContext);
        var svar = httpContext.Response;
        svar.StatusCode = Status;
        svar.ContentType = Medietype;
        if (Utfordring is not null) svar.Headers.WWWAuthenticate = Utfordring;
        if (ProevIgjenOm > 0) svar.Headers.RetryAfter = ProevIgjenOm.ToString();
        if (HttpMethods.IsHead(httpContext.Request.Method)) return;
        using var writer = new Utf8JsonWriter(svar.BodyWriter, Skriving);
        Skriv(writer, korrelasjonsid);
        await writer.FlushAsync(httpContext.RequestAborted);
        await svar.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    private void Skriv(Utf8JsonWriter writer, string korrelasjonsid)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "about:blank");
        writer.WriteString("title", Kode.Tekst);
        writer.WriteNumber("status", Status);
        if (Melding is not null) writer.WriteString("detail", Melding);
        writer.WriteString("kode", Kode.Kode);
        if (Sti is not null) writer.WriteString("sti", Sti);
        writer.WriteString("korrelasjonsid", korrelasjonsid);
        if (Funn.Count > 0)
        {
            writer.WriteNumber("antallFunn", AntallFunn);
            writer.WriteStartArray("funn");
            foreach (var funn in Funn) Skriv(writer, funn);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Skriv(Utf8JsonWriter writer, Funn funn)
    {
        writer.WriteStartObject();
        if (funn.Linje is { } linje) writer.WriteNumber("linje", linje);
        writer.WriteString("sti", funn.Sti);
        writer.WriteString("kode", funn.Feil.Kode);
        writer.WriteString("melding", funn.Melding);
        writer.WriteEndObject();
    }
}
