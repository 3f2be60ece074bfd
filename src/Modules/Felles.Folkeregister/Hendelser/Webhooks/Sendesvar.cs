namespace Felles.Folkeregister.Hendelser.Webhooks;

/// <summary>What became of one attempt.</summary>
internal abstract class Sendesvar
{
    private Sendesvar()
    {
    }

    public abstract T Match<T>(Func<T> mottatt, Func<T> borte, Func<string, T> feilet);

    /// <summary>2xx: the receiver has it.</summary>
    public sealed class Mottatt : Sendesvar
    {
        public override T Match<T>(Func<T> mottatt, Func<T> borte, Func<string, T> feilet) => mottatt();
    }

    /// <summary>410: the receiver wants no more.</summary>
    public sealed class Borte : Sendesvar
    {
        public override T Match<T>(Func<T> mottatt, Func<T> borte, Func<string, T> feilet) => borte();
    }

    /// <summary>Anything else. Perhaps the receiver has it all the same.</summary>
    public sealed class Feilet(string grunn) : Sendesvar
    {
        public override T Match<T>(Func<T> mottatt, Func<T> borte, Func<string, T> feilet) => feilet(grunn);
    }
}
