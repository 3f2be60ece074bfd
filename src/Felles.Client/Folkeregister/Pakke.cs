namespace Felles.Client.Folkeregister;

/// <summary>
/// A rights package of Folkeregisteret: the part of the address and the scope that go together (Folkeregisteret API documentation,
/// "Endepunkter"). One package has <c>api</c> after its name, all others before it.
/// </summary>
public sealed record Pakke(string Navn, string Sti, string Scope)
{
    public static Pakke OffentligMedHjemmel { get; } = Ny("offentlig-med-hjemmel", "offentlig-med-hjemmel/api", "offentligmedhjemmel");

    /// <summary>All nine.</summary>
    public static IReadOnlyList<Pakke> Alle { get; } =
    [
        OffentligMedHjemmel,
        Ny("offentligutenhjemmel"),
        Ny("privatutenhjemmel"),
        Ny("finans"),
        Ny("eid", "api/eid", "utstedereid"),
        Ny("privat"),
        Ny("privatutenfolkeregisteridentifikator"),
        Ny("presse"),
        Ny("presseutenfolkeregisteridentifikator"),
    ];

    public static Pakke? Finn(string navn) => Alle.FirstOrDefault(p => p.Navn == navn);

    private static Pakke Ny(string navn) => Ny(navn, "api/" + navn, navn);

    private static Pakke Ny(string navn, string sti, string scope) => new(navn, sti, "folkeregister:deling/" + scope);
}
