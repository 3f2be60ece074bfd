namespace Felles.Kernel.Tid;

/// <summary>
/// Whole days from and including <see cref="Fra"/> up to, not including, <see cref="Til"/>; open when there is no end. One period ends on
/// the day its successor begins, so a history without gaps has no overlaps either.
/// </summary>
public readonly record struct Periode(DateOnly Fra, DateOnly? Til = null)
{
    /// <summary>Whether the period has no day at all.</summary>
    public bool ErTom => Til is { } til && til <= Fra;

    public bool Inneholder(DateOnly dag) => dag >= Fra && (Til is not { } til || dag < til);

    public bool Overlapper(Periode annen) =>
        !ErTom && !annen.ErTom && (Til is not { } til || annen.Fra < til) && (annen.Til is not { } annenTil || Fra < annenTil);
}
