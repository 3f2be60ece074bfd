using System.Buffers;
using Felles.Kernel.Feil;
using Felles.Maskinporten.Contracts;

namespace Felles.Maskinporten.Klienter;

/// <summary>Judges a client that is to be registered or changed, to the end.</summary>
internal static class Klientkontroll
{
    private const int LengsteLevetid = 86_400;

    private const string Tegn = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";

    private static readonly SearchValues<char> Idtegn = SearchValues.Create(Tegn);
    private static readonly SearchValues<char> Subscopetegn = SearchValues.Create(Tegn + "/:");

    public static List<Funn> Proev(NyKlient ny) => Proev(
        new Klientendring { Navn = ny.Navn, Scopes = ny.Scopes, Noekler = ny.Noekler, Levetid = ny.Levetid }, ny.ClientId);

    public static List<Funn> Proev(Klientendring endring, string? clientId = null)
    {
        List<Funn> funn = [];
        if (endring.Navn is { Length: 0 or > 255 })
            funn.Add(new(KlientFeilkoder.Navn, "client_name", KlientFeilkoder.Navn.Tekst));
        if (clientId is not null && !ErId(clientId))
            funn.Add(new(KlientFeilkoder.ClientId, "client_id", KlientFeilkoder.ClientId.Tekst));
        if (endring.Levetid is < 0 or > LengsteLevetid)
            funn.Add(new(KlientFeilkoder.Levetid, "access_token_lifetime", KlientFeilkoder.Levetid.Tekst));
        funn.AddRange((endring.Scopes ?? []).Index()
            .Where(s => !ErScopenavn(s.Item))
            .Select(s => new Funn(KlientFeilkoder.Scope, $"scopes[{s.Index}]", KlientFeilkoder.Scope.Tekst)));
        funn.AddRange(Noekkelkontroll.Proev(endring.Noekler ?? []));
        return funn;
    }

    /// <summary>Letters, digits and <c>._-</c>, as Digdir asks of client and key ids.</summary>
    public static bool ErId(string id, int lengst = 100) => id.Length > 0 && id.Length <= lengst && !id.AsSpan().ContainsAnyExcept(Idtegn);

    private static bool ErScopenavn(string scope)
    {
        var kolon = scope.IndexOf(':');
        return kolon is > 0 and <= 64 && scope.Length - kolon is > 1 and <= 201
            && !scope.AsSpan(0, kolon).ContainsAnyExcept(Idtegn) && !scope.AsSpan(kolon + 1).ContainsAnyExcept(Subscopetegn);
    }
}
