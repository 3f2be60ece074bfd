using Felles.Storage.Oppslagslogg;
using Felles.Tilgang.Contracts;

namespace Felles.Folkeregister.Tjenester;

/// <summary>One service in one rights package: what all its calls have in common.</summary>
internal sealed record Tjeneste(string Navn, Oppslagstype Type, Rettighetspakke Pakke, string Rute, string Metode)
{
    /// <summary>The service in every package that has it.</summary>
    public static IEnumerable<Tjeneste> Finn(string navn, Oppslagstype type)
    {
        var (metode, ressurs, pakker) = Tjenestetabell.Finn(navn);
        return pakker.Select(pakke => new Tjeneste(navn, type, pakke, Sti(pakke, ressurs), metode));
    }

    /// <summary>The addresses without parameters of all services, in every package, whether it has the service or not.</summary>
    public static IEnumerable<string> FasteStier() =>
        Tjenestetabell.Ressurser.Where(ressurs => !ressurs.Contains('{'))
            .SelectMany(ressurs => Rettighetspakke.Alle.Select(pakke => Sti(pakke, ressurs)));

    private static string Sti(Rettighetspakke pakke, string ressurs) => $"/folkeregisteret/{pakke.Sti}/v1/{ressurs}";
}
