namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Makes lists; collection expressions come here.</summary>
public static class Liste
{
    /// <summary>A copy of the items.</summary>
    public static Liste<T> Av<T>(ReadOnlySpan<T> poster) => poster.IsEmpty ? default : new(poster.ToArray());

    /// <summary>The items in their order.</summary>
    public static Liste<T> Av<T>(IEnumerable<T> poster) => new([.. poster]);
}
