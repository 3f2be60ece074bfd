using System.Buffers;
using Felles.Kernel.Feil;
using Felles.Maskinporten.Contracts;

namespace Felles.Maskinporten.Klienter;

/// <summary>Judges a client that is to be registered, to the end.</summary>
internal static class Klientkontroll
{
    private const int LengsteLevetid = 86_400;

    private const string Tegn = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";

    private static readonly SearchValues<char> Idtegn = SearchValues.Create(Tegn);
    private static readonly SearchValues<char> Subscopetegn = SearchValues.Create(Tegn + "/");

    public static IReadOnlyList<Funn> Proev(NyKlient ny)
    {
        List<Funn> funn = [];
        if (ny.Navn is not { Length: > 0 and <= 255 })
            funn.Add(new(KlientFeilkoder.Navn, "client_name", KlientFeilkoder.Navn.Tekst));
        if (ny.ClientId is not null && !ErId(ny.ClientId))
            funn.Add(new(KlientFeilkoder.ClientId, "client_id", KlientFeilkoder.ClientId.Tekst));
        if (ny.Levetid is < 0 or > LengsteLevetid)
            funn.Add(new(KlientFeilkoder.Levetid, "access_token_lifetime", KlientFeilkoder.Levetid.Tekst));
        funn.AddRange(ProevScopes(ny.Scopes));
        funn.AddRange(Noekkelkontroll.Proev(ny.Noekler));
        return funn;
    }

    public static IReadOnlyList<Funn> ProevScopes(IReadOnlyList<string> scopes) =>
    [
        .. scopes.Index()
            .Where(s => !ErScopenavn(s.Item))
            .Select(s => new Funn(KlientFeilkoder.Scope, $"scopes[{s.Index}]", KlientFeilkoder.Scope.Tekst)),
    ];

    /// <summary>Letters, digits and <c>._-</c>, as Digdir asks of client and key ids.</summary>
    public static bool ErId(string id, int lengst = 100) => id.Length > 0 && id.Length <= lengst && !id.AsSpan().ContainsAnyExcept(Idtegn);

    private static bool ErScopenavn(string scope)
    {
        var kolon = scope.IndexOf(':');
        return kolon is > 0 and <= 64 && scope.Length - kolon is > 1 and <= 201
            && !scope.AsSpan(0, kolon).ContainsAnyExcept(Idtegn) && !scope.AsSpan(kolon + 1).ContainsAnyExcept(Subscopetegn);
    }
}
