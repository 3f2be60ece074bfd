namespace Felles.Tenor.Befolkning.Grunnlag;

/// <summary>All lists that a population is drawn from, read once and then shared by all threads without being changed.</summary>
internal sealed class Datagrunnlag
{
    private static readonly Lazy<Datagrunnlag> Felles = new(() => new Datagrunnlag());

    private Datagrunnlag()
    {
        Kommuner = new(Postnumre);
        Historiske = new(Kommuner);
    }

    public static Datagrunnlag Les() => Felles.Value;

    public Postnumre Postnumre { get; } = new();

    public Kommuner Kommuner { get; }

    public HistoriskeKommuner Historiske { get; }

    public Landliste Land { get; } = new();

    public Aldersfordeling Aldre { get; } = new();

    public Navneliste Navn { get; } = new();

    public Veinavn Veinavn { get; } = new();

    public FasteIdentiteter Faste { get; } = new();

    public Vergetjenester Vergetjenester { get; } = new();

    public Naeringskoder Naeringskoder { get; } = new();
}
