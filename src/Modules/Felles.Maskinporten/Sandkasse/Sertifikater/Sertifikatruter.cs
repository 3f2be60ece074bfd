using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Felles.Enhetsregister.Contracts;
using Felles.Kernel.Identifikatorer;
using Felles.Web.Administrasjon;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Maskinporten.Sandkasse.Sertifikater;

/// <summary>
/// <c>/sandkasse/sertifikater</c>: test certificates for any organisation, their revocation, the authority's own certificate and its list.
/// Mapped in the sandbox alone.
/// </summary>
internal static class Sertifikatruter
{
    private const int Bits = 2048;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var ruter = routes.MapGroup(Testutsteder.Rot).WithTags("Sandkasse");
        // What programs need to judge a certificate is open to all, as it is with the real issuers.
        ruter.MapGet("/utsteder", (Testutsteder utsteder) => TypedResults.Text(
                utsteder.Sertifikat.ExportCertificatePem() + "\n", "application/pem-certificate-chain"))
            .WithName("sandkasse-sertifikatutsteder").WithSummary("The certificate of the sandbox's authority (PEM)");
        ruter.MapGet("/sperreliste", async (Testutsteder utsteder, CancellationToken ct) =>
                TypedResults.Bytes(await utsteder.SperrelisteAsync(ct), "application/pkix-crl"))
            .WithName("sandkasse-sperreliste").WithSummary("Its certificate revocation list (RFC 5280, DER)");
        var lukket = ruter.MapGroup("").AddEndpointFilter(async (kall, neste) =>
            kall.HttpContext.RequestServices.GetRequiredService<Sandkassevakt>().Slipper(kall.HttpContext)
                ? await neste(kall)
                : Problemsvar.Av(StatusCodes.Status403Forbidden, SertifikatFeilkoder.IkkeHerfra));
        lukket.MapPost("", UtstedAsync)
            .WithName("sandkasse-lagSertifikat")
            .WithSummary("Issues a test certificate: orgnr, profil (virksomhetssertifikat, QCForESeal, CForESeal), dager, and csr for a key of "
                + "your own; without csr a key is made and given out once.")
            .Produces(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        lukket.MapGet("", ForVirksomhetAsync)
            .WithName("sandkasse-sertifikater").WithSummary("The certificates issued to one organisation (orgnr), the newest first.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status400BadRequest);
        lukket.MapPost("/{serienummer}/sperr", SperrAsync)
            .WithName("sandkasse-sperrSertifikat").WithSummary("Revokes a certificate, for good and at once on every host.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> UtstedAsync(HttpContext http, Testutsteder utsteder, Enheter enheter)
    {
        var (kropp, avslag) = await Jsonkropp.LesAsync(http);
        if (kropp is null) return avslag!;
        var bestilling = Sertifikatbestilling.Les(kropp);
        if (kropp.Feil is { } feil) return feil;
        if (bestilling.Proev() is { Count: > 0 } funn)
            return Problemsvar.Av(StatusCodes.Status400BadRequest, Administrasjonsfeilkoder.FlereFeil, funn, funn.Count);
        if (await enheter.FinnAsync(bestilling.Orgnr, http.RequestAborted) is not { } enhet)
            return Problemsvar.Av(StatusCodes.Status400BadRequest, SertifikatFeilkoder.UkjentVirksomhet, sti: "orgnr");
        using var egen = bestilling.Csr is null ? await Task.Run(() => RSA.Create(Bits), http.RequestAborted) : null;
        var noekkel = bestilling.Noekkel() ?? new PublicKey(egen!);
        using var sertifikat = await utsteder.UtstedAsync(
            enhet.Navn, bestilling.Orgnr, bestilling.Profil, bestilling.Dager, noekkel, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(
            new
            {
                serienummer = Serienummer(sertifikat),
                orgnr = bestilling.Orgnr.ToWire(),
                navn = enhet.Navn,
                profil = bestilling.Profil,
                utloeper = new DateTimeOffset(sertifikat.NotAfter.ToUniversalTime()),
                x5c = new[] { Convert.ToBase64String(sertifikat.RawData), Convert.ToBase64String(utsteder.Sertifikat.RawData) },
                sertifikat = sertifikat.ExportCertificatePem() + "\n" + utsteder.Sertifikat.ExportCertificatePem() + "\n",
                noekkel = egen?.ExportPkcs8PrivateKeyPem(),
            },
            statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> ForVirksomhetAsync(HttpContext http, Testsertifikatlager lager) =>
        Organisasjonsnummer.TryParse(http.Request.Query["orgnr"].ToString(), out var orgnr)
            ? TypedResults.Ok((await lager.ForVirksomhetAsync(orgnr.Value, http.RequestAborted)).Select(Kropp))
            : Problemsvar.Av(StatusCodes.Status400BadRequest, Administrasjonsfeilkoder.UgyldigOrganisasjonsnummer, sti: "orgnr");

    private static async Task<IResult> SperrAsync(HttpContext http, string serienummer, Testutsteder utsteder) =>
        serienummer.Length <= 64 && serienummer.All(char.IsAsciiHexDigit)
            && await utsteder.SperrAsync(serienummer.ToUpperInvariant(), http.RequestAborted) is { } sperret
            ? TypedResults.Ok(Kropp(sperret))
            : Problemsvar.Av(StatusCodes.Status404NotFound, SertifikatFeilkoder.UkjentSertifikat, sti: "serienummer");

    private static string Serienummer(X509Certificate2 sertifikat) =>
        Felles.Maskinporten.Sertifikater.Kjedeledd.Hex(sertifikat.SerialNumberBytes.Span);

    private static object Kropp(Testsertifikatrad rad) => new
    {
        serienummer = rad.Serienummer,
        orgnr = rad.Orgnr.ToString("000000000", CultureInfo.InvariantCulture),
        profil = rad.Profil,
        utstedt = Tid(rad.Utstedt),
        utloeper = Tid(rad.Utloeper),
        sperret = rad.Sperret is { } sperret ? Tid(sperret) : (DateTimeOffset?)null,
    };

    private static DateTimeOffset Tid(long sekunder) => DateTimeOffset.FromUnixTimeSeconds(sekunder);
}
