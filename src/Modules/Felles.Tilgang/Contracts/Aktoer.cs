using Felles.Kernel.Identifikatorer;

namespace Felles.Tilgang.Contracts;

/// <summary>Who changes access, and why. Both go into the durable record of the change.</summary>
public sealed record Aktoer
{
    public const int StoersteLengde = 500;

    private Aktoer(string hvem, string grunn) => (Hvem, Grunn) = (hvem, grunn);

    public string Hvem { get; }

    public string Grunn { get; }

    /// <summary>A client of the administration API.</summary>
    public static Aktoer Klient(string clientId, Organisasjonsnummer virksomhet, string grunn) =>
        new($"klient:{clientId}@{virksomhet}", grunn);

    /// <summary>The user of the operating system, at a command on the host itself.</summary>
    public static Aktoer Vert(string bruker, string grunn) => new($"vert:{bruker}", grunn);

    /// <summary>The program itself, at start.</summary>
    public static Aktoer Program(string grunn) => new("felles", grunn);
}
