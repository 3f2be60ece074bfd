namespace Felles.Folkeregister.Persondokument.Wire;

/// <summary>Goes through the members of one object of compact, judged JSON as slices, without copying.</summary>
internal ref struct Medlemsleser
{
    private readonly ReadOnlySpan<byte> json;
    private int neste;

    /// <param name="json">The bytes that hold the object.</param>
    /// <param name="start">Where its opening brace stands.</param>
    public Medlemsleser(ReadOnlySpan<byte> json, int start)
    {
        this.json = json;
        neste = start + 1;
    }

    /// <summary>Where the name's quotation mark stands.</summary>
    public int Start { get; private set; }

    /// <summary>Where the value begins.</summary>
    public int Verdistart { get; private set; }

    /// <summary>Just after the value.</summary>
    public int Slutt { get; private set; }

    /// <summary>Names hold no escapes: they come from the schema.</summary>
    public readonly ReadOnlySpan<byte> Navn => json[(Start + 1)..(Verdistart - 2)];

    public readonly ReadOnlySpan<byte> Verdi => json[Verdistart..Slutt];

    /// <summary>Just after the object, once <see cref="Neste"/> has answered false.</summary>
    public readonly int Etter => neste + 1;

    public bool Neste()
    {
        if (json[neste] == '}')
            return false;
        Start = json[neste] == ',' ? neste + 1 : neste;
        Verdistart = Start + 3 + json[(Start + 1)..].IndexOf((byte)'"');
        Slutt = Wirehopp.Forbi(json, Verdistart);
        neste = Slutt;
        return true;
    }
}
