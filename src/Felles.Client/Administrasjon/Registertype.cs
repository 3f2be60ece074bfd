namespace Felles.Client.Administrasjon;

/// <summary>What is imported and exported, one document a line.</summary>
public enum Registertype
{
    Personer,
    Virksomheter,
}
