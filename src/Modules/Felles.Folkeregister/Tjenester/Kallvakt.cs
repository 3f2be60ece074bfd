using Felles.Folkeregister.Svar;
using Felles.Kernel.Identifikatorer;
using Felles.Storage.Oppslagslogg;
using Felles.Tilgang.Contracts;
using Felles.Web.Problem;
using Felles.Web.Token;
using Microsoft.AspNetCore.Http;

namespace Felles.Folkeregister.Tjenester;

/// <summary>
/// Stands before and after every consumer service: token, scope and package before the service sees the call; the durable look-up log entry
/// before any answer leaves, refusals too.
/// </summary>
internal sealed class Kallvakt(TokenCheck token, Tilgangskontroll tilgang, LookupLog logg, TimeProvider klokke)
{
    private static readonly string[] Innholdstype = ["application/json", "application/xml"];

    /// <summary>
    /// The beginning of a call whose answer is JSON or XML. Null when it may go on; who is not let in hears of that and not of the form
    /// asked for.
    /// </summary>
    public ValueTask<Avvisning?> AapneAsync(HttpContext http, Tjeneste tjeneste, out Kall kall)
    {
        var format = Formatvalg.Velg(http.Request.Headers.Accept);
        kall = new Kall(http, tjeneste) { Format = format ?? Svarformat.Json };
        return AapneAsync(kall, format is null ? Avvisning.UgyldigAccept : null);
    }

    /// <summary>The same of a call with a body, whose answer follows the body where nothing is asked for.</summary>
    /// <param name="http">The request.</param>
    /// <param name="tjeneste">The service.</param>
    /// <param name="kall">The call.</param>
    /// <param name="innhold">The form of the body; never null when the call may go on.</param>
    public ValueTask<Avvisning?> AapneMedKroppAsync(HttpContext http, Tjeneste tjeneste, out Kall kall, out Svarformat? innhold)
    {
        innhold = Meldingskropp.Form(http.Request.ContentType);
        var format = Formatvalg.Velg(http.Request.Headers.Accept, innhold ?? Svarformat.Json);
        kall = new Kall(http, tjeneste) { Format = format ?? innhold ?? Svarformat.Json };
        return AapneAsync(
            kall, format is null ? Avvisning.UgyldigAccept : innhold is null ? Meldingskropp.FeilMediatype : null);
    }

    /// <summary>Null when the caller is let in.</summary>
    public ValueTask<Avvisning?> SlippInnAsync(Kall kall)
    {
        var svar = token.CheckAsync(kall.Http);
        return svar.IsCompletedSuccessfully ? new(Bedoem(kall, svar.Result)) : VentAsync(kall, svar);
    }

    /// <summary>
    /// Makes the entry durable; throws when it cannot, and then the answer must not leave. A caller that hangs up does not stop it: the
    /// person was looked up.
    /// </summary>
    public ValueTask LoggAsync(
        Kall kall, int status, string utfall, ulong elementgrupper, ReadOnlyMemory<long> personer,
            ReadOnlyMemory<Dokumentidentifikator> dokumenter) =>
        logg.AppendAsync(
            new LookupRecord
            {
                Tidspunkt = klokke.GetUtcNow(),
                Tjeneste = "folkeregisteret",
                Rute = kall.Tjeneste.Rute,
                Metode = kall.Http.Request.Method,
                Status = status,
                Utfall = utfall,
                Type = kall.Tjeneste.Type,
                Konsument = kall.Token?.Konsument,
                Leverandoer = kall.Token?.Leverandoer,
                Systembruker = kall.Token?.Systembruker,
                ClientId = kall.Token?.ClientId,
                Jti = kall.Token?.Jti,
                Scope = kall.Scope,
                Pakke = kall.Tjeneste.Pakke.Navn,
                Parts = kall.Parts,
                Detalj = kall.Detalj,
                Elementgrupper = elementgrupper,
                Personer = personer,
                Dokumenter = dokumenter,
                // Made only for a refusal, where somebody may ask about it; an answered call has its jti and time.
                Korrelasjonsid = status != StatusCodes.Status200OK || kall.Http.Request.Headers.ContainsKey(Korrelasjonsid.Header)
                    ? Korrelasjonsid.For(kall.Http)
                    : null,
            });

    public async Task AvvisAsync(Kall kall, Avvisning avvisning)
    {
        await LoggAsync(kall, avvisning.Status, avvisning.Utfall, 0, default, default);
        var svar = kall.Http.Response;
        if (avvisning.Status == StatusCodes.Status401Unauthorized)
            svar.Headers.WWWAuthenticate = avvisning == Avvisning.TokenMangler ? "Bearer" : "Bearer error=\"invalid_token\"";
        else if (avvisning.Kode == Folkeregisterfeilkoder.ScopeMangler)
            svar.Headers.WWWAuthenticate = "Bearer error=\"insufficient_scope\"";
        else if (avvisning.Status == StatusCodes.Status503ServiceUnavailable)
            svar.Headers.RetryAfter = "1";
        await SendAsync(kall, avvisning.Status, Avvisningsskriver.Skriv(avvisning, kall.Format));
    }

    /// <summary>Sends an answer whose entry is already durable.</summary>
    public static Task SendAsync(Kall kall, int status, ReadOnlyMemory<byte> kropp)
    {
        var svar = kall.Http.Response;
        svar.StatusCode = status;
        svar.ContentType = Innholdstype[(int)kall.Format];
        Svarhoder.Sett(kall.Http);
        svar.ContentLength = kropp.Length;
        if (HttpMethods.IsHead(kall.Http.Request.Method))
            return Task.CompletedTask;
        // Without the token of the request: asking for it makes a source of cancellation for every call.
        var skrevet = svar.BodyWriter.WriteAsync(kropp);
        return skrevet.IsCompletedSuccessfully ? Task.CompletedTask : skrevet.AsTask();
    }

    /// <summary>Sends an answer of another media type, whose entry is already durable. With a mark the client may keep it to ask whether it
    /// still holds; an answer that says so has no body.</summary>
    public static async Task SendAsync(Kall kall, int status, ReadOnlyMemory<byte> kropp, string innholdstype, string? merke)
    {
        var svar = kall.Http.Response;
        svar.StatusCode = status;
        Svarhoder.Sett(kall.Http);
        if (merke is not null)
            (svar.Headers.CacheControl, svar.Headers.ETag) = ("private, no-cache", merke);
        if (status == StatusCodes.Status304NotModified)
            return;
        svar.ContentType = innholdstype;
        svar.ContentLength = kropp.Length;
        if (!HttpMethods.IsHead(kall.Http.Request.Method))
            await svar.BodyWriter.WriteAsync(kropp);
    }

    private ValueTask<Avvisning?> AapneAsync(Kall kall, Avvisning? form)
    {
        var svar = SlippInnAsync(kall);
        return svar.IsCompletedSuccessfully ? new(svar.Result ?? form) : VentAsync(svar, form);
    }

    private static async ValueTask<Avvisning?> VentAsync(ValueTask<Avvisning?> svar, Avvisning? form) => await svar ?? form;

    private async ValueTask<Avvisning?> VentAsync(Kall kall, ValueTask<TokenResult> svar) => Bedoem(kall, await svar);

    private Avvisning? Bedoem(Kall kall, TokenResult svar)
    {
        // The hot case without the delegates of Match.
        if (svar is not TokenResult.Gyldig gyldig)
            return svar.Match<Avvisning?>(static _ => null, static () => Avvisning.TokenMangler, Avvisning.TokenUgyldig);
        kall.Token = gyldig.Token;
        var adgang = tilgang.Pakke(gyldig.Token, kall.Tjeneste.Pakke);
        if (adgang is Tilgangssvar.Tillatt tillatt)
        {
            kall.Scope = tillatt.Scope;
            return null;
        }

        kall.Scope = gyldig.Token.Scope;
        return adgang.Match<Avvisning?>(
            static _ => null,
            static _ => Avvisning.ScopeMangler,
            static _ => Avvisning.PakkeIkkeAapnet,
            static _ => Avvisning.DelegeringMangler,
            static _ => Avvisning.TilgangUtdatert);
    }
}
