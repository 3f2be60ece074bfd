using System.Collections;
using System.Runtime.CompilerServices;

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>
/// An unchangeable list that compares its items, so that two records with the same content are equal. The default is empty.
/// </summary>
[CollectionBuilder(typeof(Liste), nameof(Liste.Av))]
public readonly struct Liste<T> : IReadOnlyList<T>, IEquatable<Liste<T>>
{
    private readonly T[]? _poster;

    internal Liste(T[] poster) => _poster = poster;

    public int Count => _poster?.Length ?? 0;

    public T this[int index] => AsSpan()[index];

    public static bool operator ==(Liste<T> venstre, Liste<T> hoeyre) => venstre.Equals(hoeyre);

    public static bool operator !=(Liste<T> venstre, Liste<T> hoeyre) => !venstre.Equals(hoeyre);

    public ReadOnlySpan<T> AsSpan() => _poster;

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)(_poster ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(Liste<T> other) => AsSpan().SequenceEqual(other.AsSpan());

    public override bool Equals(object? obj) => obj is Liste<T> annen && Equals(annen);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var post in AsSpan())
            hash.Add(post);
        return hash.ToHashCode();
    }

    public override string ToString() => $"{Count} poster";
}
