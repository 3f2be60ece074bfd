namespace Felles.Folkeregister.Lager;

/// <summary>A person's current document as it lies in the database; valid only inside the call that hands it over.</summary>
internal readonly ref struct Personrad
{
    /// <summary>The number that was asked for.</summary>
    public required long Spurt { get; init; }

    /// <summary>The number the person has now; another than <see cref="Spurt"/> when that one is withdrawn.</summary>
    public required long Identifikator { get; init; }

    public required long Personnoekkel { get; init; }

    public required ReadOnlySpan<byte> Dokumentid { get; init; }

    public required ReadOnlySpan<byte> Dokument { get; init; }

    public required ReadOnlySpan<byte> Indeks { get; init; }
}

/// <summary>Takes persons as they are read, without a copy in between.</summary>
internal interface IPersonmottaker
{
    void Motta(in Personrad rad);
}
