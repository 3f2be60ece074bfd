using Felles.Kernel.Datafiler;
using Felles.Storage;

namespace Felles.Tilgang.Contracts;

/// <summary>
/// A register of delegations (<c>data/tilgang/delegeringskilder.csv</c>). The claim <c>delegation_source</c> of a token names the one that
/// was asked, by its issuer's name in the environment.
/// </summary>
public sealed class Delegeringskilde
{
    private readonly string test;
    private readonly string produksjon;

    private Delegeringskilde(Datatabell.Rad rad) => (Navn, test, produksjon) = (rad["navn"], rad["issuer_test"], rad["issuer_produksjon"]);

    /// <summary>The name that scopes are kept with: <c>altinn</c>.</summary>
    public string Navn { get; }

    public static IReadOnlyList<Delegeringskilde> Alle { get; } =
        [.. Datatabell.Read(typeof(Delegeringskilde).Assembly, "delegeringskilder.csv").Rader.Select(rad => new Delegeringskilde(rad))];

    public static Delegeringskilde? MedNavn(string? navn) => Alle.FirstOrDefault(k => k.Navn == navn);

    /// <summary>By the name that the self-service API has it under.</summary>
    public static Delegeringskilde? MedIssuer(string issuer, Miljoe miljoe) => Alle.FirstOrDefault(k => k.Issuer(miljoe) == issuer);

    public string Issuer(Miljoe miljoe) => miljoe == Miljoe.Produksjon ? produksjon : test;
}
