namespace Felles.Maskinporten.Token.Steg;

/// <summary>The owner of each scope lets Maskinporten clients have it (<c>allowed_integration_types</c>, empty means any).</summary>
internal sealed class Integrasjonstypesteg : ITokensteg
{
    private const string Maskinporten = "maskinporten";

    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct)
    {
        foreach (var scope in forespoersel.Scopes)
        {
            if (scope.Integrasjonstyper.Count > 0 && !scope.Integrasjonstyper.Contains(Maskinporten))
                return new(Avslag.IkkeForMaskinporten);
        }

        return default;
    }
}
