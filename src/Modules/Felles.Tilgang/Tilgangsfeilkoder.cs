using Felles.Kernel.Feil;

namespace Felles.Tilgang;

/// <summary>Refusals to change access.</summary>
internal static class Tilgangsfeilkoder
{
    private const string Sted = "tilgang";

    public static readonly Feilkode UkjentVirksomhet = new("ukjent-virksomhet", "The organisation is not in Enhetsregisteret.", Sted);
    public static readonly Feilkode UkjentScope = new("ukjent-scope", "There is no such scope.", Sted);
    public static readonly Feilkode UgyldigScope = new("ugyldig-scope", "The scope's definition cannot be used.", Sted);
    public static readonly Feilkode UkjentPakke = new("ukjent-pakke", "There is no such rights package.", Sted);
    public static readonly Feilkode UkjentRolle = new("ukjent-rolle", "There is no such role.", Sted);
    public static readonly Feilkode RolleFinnesIkke = new("rolle-finnes-ikke", "Nobody has been given a role with this id.", Sted);
    public static readonly Feilkode IkkeDelegerbart = new("ikke-delegerbart", "The scope cannot be delegated.", Sted);
    public static readonly Feilkode DelegertTilSegSelv =
        new("delegert-til-seg-selv", "An organisation does not delegate to itself.", Sted);
    public static readonly Feilkode DelegeringFinnesIkke =
        new("delegering-finnes-ikke", "The consumer has never delegated this to the supplier.", Sted);
    public static readonly Feilkode UgyldigParameter = new("ugyldig-parameter", "A parameter of the address cannot be used.", Sted);
}
