namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Protection of the person's addresses (element adressebeskyttelse); absent means none.</summary>
public sealed record GraderingAvAdresse : Opplysning
{
    public required Adressegradering Graderingsnivaa { get; init; }
}
