using Felles.Storage.Oppslagslogg;

namespace Felles.Maskinporten.Token;

/// <summary>
/// One record for every request for a token, granted or refused, durable before the answer leaves. The record of a grant carries the
/// token's own id, so that the look-ups made with the token can be traced to it.
/// </summary>
internal sealed class Tokenlogg(LookupLog logg)
{
    public const string Rute = "/maskinporten/token";
    public const string Utstedt = "UTSTEDT";

    // The request is a stranger's: nothing of it may swell the log.
    private const int LengsteTekst = 512;

    public ValueTask SkrivAvslagAsync(Tokenforespoersel forespoersel, Avslag avslag) => logg.AppendAsync(
        Felles(forespoersel) with
        {
            Status = avslag.Status,
            Utfall = avslag.Feil.Kode,
            Jti = Kort(forespoersel.Jti),
            Scope = Kort(forespoersel.OensketScope),
        });

    public ValueTask SkrivUtstedtAsync(Tokenforespoersel forespoersel, UtstedtToken token) => logg.AppendAsync(
        Felles(forespoersel) with
        {
            Status = 200,
            Utfall = Utstedt,
            Jti = token.Jti,
            Scope = token.Scope,
            Detalj = Kort(forespoersel.Jti),
        });

    private static LookupRecord Felles(Tokenforespoersel forespoersel)
    {
        var klient = forespoersel.FunnetKlient;
        var handlerForAnnen = forespoersel.ConsumerOrg is not null;
        return new LookupRecord
        {
            Tidspunkt = forespoersel.Mottatt,
            Tjeneste = "maskinporten",
            Rute = Rute,
            Metode = "POST",
            Status = 0,
            Utfall = "",
            Type = Oppslagstype.Token,
            ClientId = klient?.ClientId,
            Konsument = forespoersel.ConsumerOrg ?? klient?.Orgnr,
            Leverandoer = handlerForAnnen ? klient?.Orgnr : null,
            Korrelasjonsid = forespoersel.SporingsId,
        };
    }

    private static string? Kort(string? tekst) => tekst is { Length: > LengsteTekst } ? tekst[..LengsteTekst] : tekst;
}
