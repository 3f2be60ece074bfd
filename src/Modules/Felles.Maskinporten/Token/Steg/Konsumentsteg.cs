namespace Felles.Maskinporten.Token.Steg;

/// <summary>
/// A client that acts for a consumer acts for another than itself, with scopes that can be delegated (Digdir, «Delegering»).
/// </summary>
internal sealed class Konsumentsteg : ITokensteg
{
    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct)
    {
        if (forespoersel.ConsumerOrg is not { } konsument)
            return default;
        return konsument == forespoersel.Klient.Orgnr || forespoersel.Scopes.Any(s => s.Delegeringskilde is null)
            ? new(Avslag.UgyldigKonsument)
            : default;
    }
}
