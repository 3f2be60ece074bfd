using Felles.Kernel.Identifikatorer;

namespace Felles.Tilgang.Contracts;

/// <summary>
/// The first part of scopes' names, assigned to one organisation by hand (docs.digdir.no, Maskinporten, scopes); an organisation may have
/// several.
/// </summary>
/// <param name="Navn">The prefix.</param>
/// <param name="Eier">Who may make scopes of it; null for the installation's own.</param>
/// <param name="Versjon">Counted up by every change.</param>
/// <param name="Opprettet">When it was made.</param>
/// <param name="Endret">When it was changed last.</param>
public sealed record Prefiks(string Navn, Organisasjonsnummer? Eier, long Versjon, DateTimeOffset Opprettet, DateTimeOffset Endret);
