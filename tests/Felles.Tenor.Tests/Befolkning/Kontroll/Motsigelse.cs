namespace Felles.Tenor.Tests.Befolkning.Kontroll;

/// <summary>One contradiction found in a population: which rule, about whom, and what.</summary>
public sealed record Motsigelse(string Regel, string Nummer, string Hva);
