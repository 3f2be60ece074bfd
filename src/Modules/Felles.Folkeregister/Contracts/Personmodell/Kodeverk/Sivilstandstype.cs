namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Marital status.</summary>
public enum Sivilstandstype
{
    Uoppgitt,
    Ugift,
    Gift,
    EnkeEllerEnkemann,
    Skilt,
    Separert,
    RegistrertPartner,
    SeparertPartner,
    SkiltPartner,
    GjenlevendePartner,
}
