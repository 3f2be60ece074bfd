using Felles.Kernel.Identifikatorer;

namespace Felles.Web.Administrasjon;

/// <summary>
/// Whether the organisation holds <see cref="AdministrasjonRuter.Scope"/> now, whatever its token says: a token outlives the grant that it
/// was made under. Asked for every call; the host connects it to those who keep the grants.
/// </summary>
public delegate Driftsadgang Driftskontroll(Organisasjonsnummer virksomhet);

/// <summary>The answer of <see cref="Driftskontroll"/>.</summary>
public sealed class Driftsadgang
{
    public static readonly Driftsadgang Gitt = new();

    public static readonly Driftsadgang IkkeGitt = new();

    /// <summary>This host has not confirmed its access state for too long: nobody is let in.</summary>
    public static readonly Driftsadgang Utdatert = new();

    private Driftsadgang()
    {
    }

    public T Match<T>(Func<T> gitt, Func<T> ikkeGitt, Func<T> utdatert) =>
        this == Gitt ? gitt() : this == IkkeGitt ? ikkeGitt() : utdatert();
}
