namespace Felles.Folkeregister.Persondokument.Pakker;

/// <summary>The plan for a call, or the first value of <c>part</c> that is unknown or withdrawn.</summary>
internal abstract record Plansvar
{
    private Plansvar()
    {
    }

    public static Plansvar Ja(Pakkeplan plan) => new Plan(plan);

    public static Plansvar Nei(string verdi) => new Ugyldig(verdi);

    public abstract T Match<T>(Func<Pakkeplan, T> plan, Func<string, T> ugyldigDel);

    private sealed record Plan(Pakkeplan Verdi) : Plansvar
    {
        public override T Match<T>(Func<Pakkeplan, T> plan, Func<string, T> ugyldigDel) => plan(Verdi);
    }

    private sealed record Ugyldig(string Verdi) : Plansvar
    {
        public override T Match<T>(Func<Pakkeplan, T> plan, Func<string, T> ugyldigDel) => ugyldigDel(Verdi);
    }
}
