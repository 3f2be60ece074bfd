using Felles.Kernel.Feil;

namespace Felles.Maskinporten.Noekler;

internal static class NoekkelFeilkoder
{
    private const string Sted = "felles/api/v1/maskinporten";

    public static readonly Feilkode ForTidlig = new("MPK-020", "The next signing key has not been published for a day", Sted);
    public static readonly Feilkode AlleredeErstattet = new("MPK-021", "The signing key to be replaced does not sign any more", Sted);
    public static readonly Feilkode Ukjent = new("MPK-022", "There is no such signing key", Sted);
}
