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
    public static readonly Feilkode LeverandoerFinnesIkke =
        new("leverandoer-finnes-ikke", "The two organisations have no connection as consumer and supplier.", Sted);
    public static readonly Feilkode LeverandoerHarDelegeringer =
        new("leverandoer-har-delegeringer", "The supplier has delegations from the consumer.", Sted);
    public static readonly Feilkode AnnenPart = new("annen-part", "The token speaks for another organisation.", Sted);
    public static readonly Feilkode Oppslagsrett =
        new("delegeringsoppslag-uten-rett", "Not authorized for lookup of delegations.", Sted);
    public static readonly Feilkode UtenParametre = new("delegeringsoppslag-uten-parametre", "Missing query parameters.", Sted);
    public static readonly Feilkode Altinnvalidering = new("STD-00000", "One or more validation errors occurred.", Sted);
    public static readonly Feilkode AnnensPrefiks = new("annens-prefiks", "The prefix is not assigned to the organisation of the token.", Sted);
    public static readonly Feilkode AnnensScope = new("annens-scope", "The scope belongs to another organisation.", Sted);
    public static readonly Feilkode ScopeFinnes = new("scope-finnes", "There is a scope of this name, active or not.", Sted);
    public static readonly Feilkode ScopenavnFast = new("scopenavn-fast", "The name of a scope is never changed.", Sted);
    public static readonly Feilkode TilgangFinnesIkke =
        new("tilgang-finnes-ikke", "The organisation never had, nor asked for, the scope.", Sted);
    public static readonly Feilkode UgyldigParameter = new("ugyldig-parameter", "A parameter of the address cannot be used.", Sted);
}
