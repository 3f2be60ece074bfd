using Felles.Tilgang.Contracts;
using Felles.Web.Administrasjon;
using Felles.Web.Token;

namespace Felles.Tilgang.Tilgangsminne;

/// <summary>Answers the door of the APIs that a scope opens: the consumer's grant now, and the supplier's delegation now.</summary>
internal static class Scopeadgang
{
    public static Driftsadgang Av(Tilgangskontroll kontroll, ValidatedToken token, string scope) => kontroll.Scope(token.Konsument, scope)
        .Match(
            tillatt => Leverandoer(kontroll, token, scope),
            ukjent => Driftsadgang.IkkeGitt,
            inaktivt => Driftsadgang.IkkeGitt,
            ikkeTildelt => Driftsadgang.IkkeGitt,
            utdatert => Driftsadgang.Utdatert);

    private static Driftsadgang Leverandoer(Tilgangskontroll kontroll, ValidatedToken token, string scope) =>
        token.Leverandoer is not { } leverandoer ? Driftsadgang.Gitt
        : kontroll.Delegering(token.Konsument, leverandoer, scope).Match(
            () => Driftsadgang.Gitt, () => Driftsadgang.IkkeGitt, () => Driftsadgang.Utdatert);
}
