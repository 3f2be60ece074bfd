using System.Collections.Concurrent;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;

[assembly: AssemblyFixture(typeof(Felles.Folkeregister.Tests.Vert.Soekevertslutt))]

namespace Felles.Folkeregister.Tests.Vert;

/// <summary>One host a database with persons to be searched for, for tests that only read.</summary>
public static class Soekevert
{
    private static readonly ConcurrentDictionary<Dialect, Lazy<Task<Registervert>>> Verter = new();

    public static Folkeregisteridentifikator Anne { get; } = Personbygger.Nummer(1);

    public static Folkeregisteridentifikator AnnesDNummer { get; } = Personbygger.Nummer(1, Identifikatortype.DNummer);

    public static Folkeregisteridentifikator Christian { get; } = Personbygger.Nummer(2);

    public static Folkeregisteridentifikator Doed { get; } = Personbygger.Nummer(3);

    public static Folkeregisteridentifikator Mohammed { get; } = Personbygger.Nummer(4);

    public static Folkeregisteridentifikator Per { get; } = Personbygger.Nummer(5);

    public static Folkeregisteridentifikator Tvilling1 { get; } = Personbygger.Nummer(6);

    public static Folkeregisteridentifikator Tvilling2 { get; } = Personbygger.Nummer(7);

    internal static Task<Registervert> For(Dialect dialect) => Verter.GetOrAdd(dialect, _ => new(() => StartAsync(dialect))).Value;

    internal static async ValueTask StoppAsync()
    {
        foreach (var vert in Verter.Values)
            await (await vert.Value).DisposeAsync();
    }

    private static async Task<Registervert> StartAsync(Dialect dialect)
    {
        var vert = await Registervert.StartAsync(dialect);
        await vert.ImportertAsync(
            new Soekeperson(Anne).Tidligere(AnnesDNummer).Navn("Anne Marie", "Ødegård", "Prøve").Navn("Anne", "Trekant", gjelder: false)
                .Bor("Storgata", "12", "B").Bor("Gamleveien", "1", postnummer: "0150", kommune: "0301", gjelder: false)
                .Opphold("Hytteveien", "3", "0150", "0301").Utenlandsk("SWE", "19850314-1234").Pass("IRL", "195509132386").Duf("201001234567"),
            new Soekeperson(Christian).Navn("Christian", "Hansen").Mann().Foedt("1983-01-02").Bor("Storgata", "12"),
            new Soekeperson(Doed).Navn("Kristian", "Hanssen").Mann().Foedt("1930-05-05").Doed("2020-12-22").Bor("Storgata", "14"),
            new Soekeperson(Mohammed).Navn("Mohammed Ali", "Hansen").Mann().Foedt("1990-06-01").Bor("Storgaten", "12", postnummer: "0150", kommune: "0301"),
            new Soekeperson(Per).Navn("Per", "Uten").Mann().Foedt("1971-07-01").Bor("Utengata", postnummer: "9700", kommune: "5632"),
            new Soekeperson(Tvilling1).Navn("Tvilling", "Lik").Foedt("1999-09-09").Bor("Likveien", "1", postnummer: "1000", kommune: "0301"),
            new Soekeperson(Tvilling2).Navn("Tvilling", "Lik").Foedt("1999-09-09").Bor("Likveien", "1", postnummer: "1000", kommune: "0301"));
        return vert;
    }
}

/// <summary>Stops the shared hosts while their databases still stand.</summary>
public sealed class Soekevertslutt : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Soekevert.StoppAsync();
}
