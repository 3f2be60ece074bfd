using System.Globalization;

namespace Felles.Kernel.Tid;

/// <summary>
/// A timestamp as the registers write it (ISO 8601, <c>xs:dateTime</c> with an offset): the received text, which goes out again unchanged
/// with its 0 to 9 fraction digits, and the instant that it names. Two are equal when their texts are; they are ordered by instant first.
/// </summary>
public readonly struct Tidspunkt : IEquatable<Tidspunkt>, IComparable<Tidspunkt>
{
    private readonly string? _tekst;
    private readonly byte _nanosekunder;

    private Tidspunkt(string tekst, DateTimeOffset instant, byte nanosekunder)
    {
        _tekst = tekst;
        Instant = instant;
        _nanosekunder = nanosekunder;
    }

    /// <summary>As received.</summary>
    public string Tekst => _tekst ?? "";

    /// <summary>To the tick (100 ns), with the received offset; digits beyond that are cut off, not rounded.</summary>
    public DateTimeOffset Instant { get; }

    public static bool operator ==(Tidspunkt venstre, Tidspunkt hoeyre) => venstre.Equals(hoeyre);

    public static bool operator !=(Tidspunkt venstre, Tidspunkt hoeyre) => !venstre.Equals(hoeyre);

    public static bool operator <(Tidspunkt venstre, Tidspunkt hoeyre) => venstre.CompareTo(hoeyre) < 0;

    public static bool operator >(Tidspunkt venstre, Tidspunkt hoeyre) => venstre.CompareTo(hoeyre) > 0;

    /// <summary>A new value: Norwegian offset, up to seven fraction digits without trailing zeros.</summary>
    public static Tidspunkt Ny(DateTimeOffset tid)
    {
        var oslo = Oslo.TilOslo(tid);
        return new(oslo.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture), oslo, 0);
    }

    public static bool TryParse(ReadOnlySpan<char> text, out Tidspunkt tidspunkt)
    {
        tidspunkt = default;
        if (!Tidspunktleser.TryLes(text, out var instant, out var nanosekunder))
            return false;
        tidspunkt = new(text.ToString(), instant, nanosekunder);
        return true;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8, out Tidspunkt tidspunkt)
    {
        tidspunkt = default;
        if (!Tidspunktleser.TryLes(utf8, out var instant, out var nanosekunder))
            return false;
        tidspunkt = new(System.Text.Encoding.ASCII.GetString(utf8), instant, nanosekunder);
        return true;
    }

    /// <summary>The instant alone, without keeping the text: allocates nothing.</summary>
    public static bool TryReadInstant(ReadOnlySpan<byte> utf8, out DateTimeOffset instant) =>
        Tidspunktleser.TryLes(utf8, out instant, out _);

    /// <inheritdoc cref="TryReadInstant(ReadOnlySpan{byte}, out DateTimeOffset)"/>
    public static bool TryReadInstant(ReadOnlySpan<char> text, out DateTimeOffset instant) =>
        Tidspunktleser.TryLes(text, out instant, out _);

    public bool Equals(Tidspunkt other) => Tekst == other.Tekst;

    public int CompareTo(Tidspunkt other)
    {
        var orden = Instant.CompareTo(other.Instant);
        if (orden == 0)
            orden = _nanosekunder.CompareTo(other._nanosekunder);
        return orden != 0 ? orden : string.CompareOrdinal(Tekst, other.Tekst);
    }

    public override bool Equals(object? obj) => obj is Tidspunkt annet && Equals(annet);

    public override int GetHashCode() => Tekst.GetHashCode();

    public override string ToString() => Tekst;
}
