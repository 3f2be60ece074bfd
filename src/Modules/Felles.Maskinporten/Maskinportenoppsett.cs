using System.Collections.Frozen;
using Felles.Storage;
using Scope = Felles.Tilgang.Contracts.Scope;

namespace Felles.Maskinporten;

/// <summary>The settings with the defaults of the mode filled in.</summary>
internal sealed class Maskinportenoppsett
{
    private const string OffentligTestutsteder = "https://test.maskinporten.no/";

    private readonly Miljoe miljoe;

    public Maskinportenoppsett(MaskinportenOptions options, FellesOptions felles)
    {
        var sandkasse = felles.Mode == Mode.Sandkasse;
        Issuer = options.Issuer ?? felles.PublicUrl.TrimEnd('/') + "/maskinporten/";
        Mottakere = (options.AcceptedAudiences ?? (sandkasse ? [OffentligTestutsteder] : [])).Append(Issuer)
            .ToFrozenSet(StringComparer.Ordinal);
        SigningKeyBits = options.SigningKeyBits ?? (sandkasse ? 2048 : 4096);
        miljoe = felles.Miljoe;
        Miljoe = felles.Miljoe.ToString().ToLowerInvariant();
        ErSandkasse = sandkasse;
        DataDirectory = felles.DataDirectory;
    }

    /// <summary>Ends in a slash; clients compare it byte for byte.</summary>
    public string Issuer { get; }

    /// <summary>What an assertion may be addressed to.</summary>
    public FrozenSet<string> Mottakere { get; }

    public int SigningKeyBits { get; }

    /// <summary><c>test</c> or <c>produksjon</c>: clients and keys carry it, and this instance honours only its own.</summary>
    public string Miljoe { get; }

    public bool ErSandkasse { get; }

    /// <summary>The issuer's name of the register that holds the scope's delegations in this environment.</summary>
    public string Delegeringskilde(Scope scope) => Tilgang.Contracts.Delegeringskilde.MedNavn(scope.Delegeringskilde)!.Issuer(miljoe);

    public string DataDirectory { get; }
}
