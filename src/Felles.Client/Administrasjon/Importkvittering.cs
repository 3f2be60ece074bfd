namespace Felles.Client.Administrasjon;

/// <summary>What an import did. A file is taken whole or not at all, and the same file again leaves all unchanged.</summary>
public sealed record Importkvittering(long Lest, long Nye, long Endret, long Uendret);
