using Felles.Folkeregister.Lager;

namespace Felles.Folkeregister.Uttrekk;

internal enum Uttrekksslag : short
{
    Komplett = 1,
    Tilpasset = 2,
}

internal enum Uttrekksstatus : short
{
    Kjoerer = 0,
    Ferdig = 1,
    Oppgitt = 2,
}

/// <summary>An order and how far its job has come.</summary>
internal sealed record Uttrekksjobb
{
    public required Guid Jobbid { get; init; }

    public required long Konsument { get; init; }

    /// <summary>The name of the package it was ordered in, and is read in.</summary>
    public required string Pakke { get; init; }

    public required Uttrekksslag Slag { get; init; }

    public Uttrekksstatus Status { get; init; }

    /// <summary>Of komplett: the register as it was at this number.</summary>
    public long Sekvensnummer { get; init; }

    /// <summary>Of tilpasset.</summary>
    public string Kriterier { get; init; } = "";

    /// <summary>The highest person key that was given out when it was ordered.</summary>
    public long TilNoekkel { get; init; }

    /// <summary>Everybody up to this key has been looked at, and stands in the batches if the order fits.</summary>
    public long SisteNoekkel { get; init; }

    /// <summary>How many batches can be read.</summary>
    public int Batcher { get; init; }
}

/// <summary>One hit of an extract.</summary>
/// <param name="Personnoekkel">The person.</param>
/// <param name="Verdi">Of komplett the version, of tilpasset the number that the person had.</param>
internal readonly record struct Uttrekkspost(long Personnoekkel, long Verdi)
{
    public const int Bytes = 16;

    public Kernel.Identifikatorer.Dokumentidentifikator Dokument => Dokumentnoekkel.Lag(Personnoekkel, (int)Verdi);
}
