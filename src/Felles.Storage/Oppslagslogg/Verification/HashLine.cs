namespace Felles.Storage.Oppslagslogg.Verification;

/// <summary>
/// Follows a hash chain past a fault. After a link that does not hold, either its content or its stored hash was changed; the next link may
/// follow from either, and blaming it too would hide where the fault is. After a hole nothing is known, and the next link is taken as it
/// is.
/// </summary>
internal struct HashLine(byte[] start)
{
    private byte[]? _expected = start;
    private byte[]? _alternative;

    public delegate byte[] Hasher(byte[] previous);

    /// <summary>The next link cannot be judged by the chain, because what stands before it is unknown.</summary>
    public readonly bool Lost => _expected is null;

    /// <summary>True when the link holds. Afterwards the line continues behind it.</summary>
    public bool Follow(byte[] stored, Hasher hash)
    {
        if (_expected is null)
        {
            (_expected, _alternative) = (stored, null);
            return true;
        }

        var computed = hash(_expected);
        var holds = stored.AsSpan().SequenceEqual(computed)
            || (_alternative is not null && stored.AsSpan().SequenceEqual(hash(_alternative)));
        (_expected, _alternative) = (stored, holds ? null : computed);
        return holds;
    }

    /// <summary>What should stand here is missing or foreign.</summary>
    public void Lose() => (_expected, _alternative) = (null, null);

    public readonly bool EndsAt(ReadOnlySpan<byte> hash) =>
        _expected is null || hash.SequenceEqual(_expected) || (_alternative is not null && hash.SequenceEqual(_alternative));
}
