using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts;

/// <summary>What a sample person shows.</summary>
public enum Personslag
{
    ForelderMedBarn,
    Barn,
    Gift,
    Utflyttet,
    Doed,
    DNummer,
    Fortrolig,
    StrengtFortrolig,
    MedVerge,
    UtenlandskStatsborger,
    TidligereNavn,
    TidligereNummer,
}

/// <summary>One person to try the services with.</summary>
public sealed record Personeksempel(Personslag Slag, Folkeregisteridentifikator Identifikator, string Navn);
