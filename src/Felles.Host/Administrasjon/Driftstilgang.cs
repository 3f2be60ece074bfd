using Felles.Tilgang.Contracts;
using Felles.Web.Administrasjon;

namespace Felles.Host.Administrasjon;

/// <summary>Connects the administration API to the grants that Tilgang keeps.</summary>
internal static class Driftstilgang
{
    public static Driftskontroll Kontroll(Tilgangskontroll tilgang) =>
        virksomhet => tilgang.Scope(virksomhet, AdministrasjonRuter.Scope).Match(
        tillatt => Driftsadgang.Gitt,
        ukjentScope => Driftsadgang.IkkeGitt,
        inaktivtScope => Driftsadgang.IkkeGitt,
        ikkeTildelt => Driftsadgang.IkkeGitt,
        utdatert => Driftsadgang.Utdatert);
}
