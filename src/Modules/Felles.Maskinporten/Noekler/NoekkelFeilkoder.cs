using Felles.Kernel.Feil;

namespace Felles.Maskinporten.Noekler;

internal static class NoekkelFeilkoder
{
    public static readonly Feilkode ForTidlig = new(
        "MPK-020", "The next signing key has not been published for a day", "felles/api/v1/maskinporten");
}
