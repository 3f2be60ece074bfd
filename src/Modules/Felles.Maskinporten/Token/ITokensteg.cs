namespace Felles.Maskinporten.Token;

/// <summary>
/// One check of a token request. The checks run in the order of <see cref="Tokenrekkefoelge"/>, and each may rely on what those before it
/// found.
/// </summary>
internal interface ITokensteg
{
    /// <returns>Null when the request passes.</returns>
    ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct);
}
