using System.Collections.Concurrent;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Tilgang.Contracts;

[assembly: AssemblyFixture(typeof(Felles.Folkeregister.Tests.Vert.Registerslutt))]

namespace Felles.Folkeregister.Tests.Vert;

/// <summary>
/// Two hosts a database for the tests that only read, started when first asked for: a handful of persons of different kinds, and the graded
/// ones apart from them, because searches are counted.
/// </summary>
public static class Register
{
    private static readonly ConcurrentDictionary<(Dialect, bool), Lazy<Task<Registervert>>> Verter = new();

    private static readonly string[] Graderinger = ["ugradert", "klientadresse", "fortrolig", "strengtFortrolig"];

    public static Folkeregisteridentifikator Kari { get; } = Personbygger.Nummer(1);

    public static Folkeregisteridentifikator KarisDNummer { get; } = Personbygger.Nummer(1, Identifikatortype.DNummer);

    public static Folkeregisteridentifikator Ola { get; } = Personbygger.Nummer(2);

    public static Folkeregisteridentifikator Doed { get; } = Personbygger.Nummer(3);

    public static Folkeregisteridentifikator Fortrolig { get; } = Personbygger.Nummer(4);

    public static Folkeregisteridentifikator Forsvunnet { get; } = Personbygger.Nummer(5);

    public static Folkeregisteridentifikator Ukjent { get; } = Personbygger.Nummer(90_000);

    /// <summary>The five packages that have look-up, bulk and search.</summary>
    public static IEnumerable<Rettighetspakke> Oppslagspakker => Rettighetspakke.Alle.Where(p => p.Kode is "OMH" or "OUH" or "PUH" or "FIN" or "EID");

    /// <summary>One person for each grading; streets and boxes are named by <see cref="Adresser"/>.</summary>
    public static IReadOnlyDictionary<string, Folkeregisteridentifikator> Graderte { get; } =
        Graderinger.Select((gradering, nr) => (gradering, nr)).ToDictionary(par => par.gradering, par => Personbygger.Nummer(100 + par.nr));

    public static Folkeregisteridentifikator Opphoert { get; } = Personbygger.Nummer(110);

    public static (string Naa, string Foer, string Postboks) Adresser(string gradering) =>
        ($"Hjemme-{gradering}-veien", $"Fordums-{gradering}-veien", $"Boks-{gradering}");

    internal static Task<Registervert> For(Dialect dialect) => Verter.GetOrAdd((dialect, false), _ => new(() => StartAsync(dialect))).Value;

    internal static Task<Registervert> ForGraderte(Dialect dialect) =>
        Verter.GetOrAdd((dialect, true), _ => new(() => StartGraderteAsync(dialect))).Value;

    internal static string Sti(Rettighetspakke pakke, string ressurs) => $"/folkeregisteret/{pakke.Sti}/v1/{ressurs}";

    internal static string Omh(string ressurs) => Sti(Rettighetspakke.MedKode("OMH")!, ressurs);

    internal static async ValueTask StoppAsync()
    {
        foreach (var vert in Verter.Values)
            await (await vert.Value).DisposeAsync();
    }

    private static async Task<Registervert> StartAsync(Dialect dialect)
    {
        var vert = await Registervert.StartAsync(dialect);
        using var svar = await vert.ImporterAsync(
            new Personbygger(Kari).Tidligere(KarisDNummer).Navn("RASK", "SIRKEL"),
            new Personbygger(Ola).Kjoenn("mann").Foedt(1983),
            new Personbygger(Doed).Foedt(1930).Doed("2020-12-22"),
            new Personbygger(Fortrolig).Foedt(1990).Gradert("fortrolig"),
            new Personbygger(Forsvunnet).Foedt(1950).Status("forsvunnet"));
        svar.EnsureSuccessStatusCode();
        return vert;
    }

    private static async Task<Registervert> StartGraderteAsync(Dialect dialect)
    {
        var vert = await Registervert.StartAsync(dialect);
        var graderte = Graderte.Select(par => new Personbygger(par.Value).Bor(Adresser(par.Key), par.Key).Json());
        using var svar = await vert.ImporterAsync([.. graderte, new Personbygger(Opphoert).Opphoert()]);
        svar.EnsureSuccessStatusCode();
        return vert;
    }
}

/// <summary>Stops the shared hosts while their databases still stand.</summary>
public sealed class Registerslutt : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Register.StoppAsync();
}
