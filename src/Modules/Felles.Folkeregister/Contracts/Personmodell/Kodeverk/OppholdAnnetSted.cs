namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Why a person stays elsewhere.</summary>
public enum OppholdAnnetSted
{
    Militaer,
    Utenriks,
    PaaSvalbard,
    Pendler,
}
