using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Contracts.Registrering;
using Felles.Folkeregister.Tests.Vert;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Folkeregister.Tests.Registrering;

/// <summary>A register with persons of its own for each test, and short ways to change them and to see what became of it.</summary>
internal sealed class Scene(Registervert vert, int serie)
{
    private int neste = serie * 100;

    public static Registreringsgrunn Grunn { get; } = new("folkeregistermyndigheten", "Prøve");

    public Registervert Vert => vert;

    public Registreringer Registreringer => vert.Tjenester.GetRequiredService<Registreringer>();

    public static Vegadresse Vei(string navn) =>
        new() { Kommunenummer = "4204", Adressenavn = navn, Adressenummer = new() { Husnummer = "1" },
            Poststed = new() { Postnummer = "4636", Poststedsnavn = "KRISTIANSAND S" } };

    public static Bostedsadresse Hjem(string navn) =>
        new() { Vegadresse = Vei(navn), Adressegradering = Adressegradering.Ugradert };

    public static Kontaktadresse Post(string boks) =>
        new() { Adressegradering = Adressegradering.Ugradert,
            Postboksadresse = new() { Postboks = boks, Poststed = new() { Postnummer = "0001", Poststedsnavn = "OSLO" } } };

    /// <summary>A living adult woman, bosatt, unless the builder says otherwise.</summary>
    public async Task<Folkeregisteridentifikator> PersonAsync(
        Func<Personbygger, Personbygger>? bygg = null, Identifikatortype type = Identifikatortype.Foedselsnummer)
    {
        var nummer = Personbygger.Nummer(neste++, type);
        using var svar = await vert.ImporterAsync((bygg ?? (b => b))(new Personbygger(nummer)));
        svar.EnsureSuccessStatusCode();
        return nummer;
    }

    public async Task<Registreringssvar.Registrert> GjoerAsync(params Personmelding[] meldinger) =>
        (await Registreringer.UtfoerAsync(meldinger)).Match(
            registrert => registrert,
            () => throw new InvalidOperationException("Nothing changed."),
            avvist => throw new InvalidOperationException(string.Join(", ", avvist.Funn.Select(f => $"{f.Feil.Kode} at {f.Sti}"))));

    /// <summary>The codes and places of a refusal; "uendret" when nothing changed; empty when it was registered.</summary>
    public async Task<string[]> AvvistAsync(params Personmelding[] meldinger) =>
        (await Registreringer.UtfoerAsync(meldinger)).Match<string[]>(
            _ => [], () => ["uendret"], avvist => [.. avvist.Funn.Select(f => $"{f.Feil.Kode}:{f.Sti}")]);

    public async Task<Folkeregisterperson> LesAsync(Folkeregisteridentifikator nummer) =>
        (await vert.Tjenester.GetRequiredService<Personer>().FinnAsync(nummer))!.Modell();

    public async Task<Registrertperson?> FinnAsync(Folkeregisteridentifikator nummer) =>
        await vert.Tjenester.GetRequiredService<Personer>().FinnAsync(nummer);

    /// <summary>Everything that the log has from a number on.</summary>
    public async Task<IReadOnlyList<(long Nr, Personendring Endring)>> LoggAsync(long fra)
    {
        var logg = vert.Tjenester.GetRequiredService<SequenceLog>();
        var hendelser = await logg.ReadAsync(Personendring.Stroem, fra, 10_000);
        return [.. hendelser.Select(h => (h.Sekvensnummer, Personendring.Les(h.Noekkel, h.Innhold.Span)))];
    }

    /// <summary>The event that fits, once it has a number: on PostgreSQL that is a moment after the commit.</summary>
    public async Task<Personendring> VentPaaAsync(Func<Personendring, bool> passer)
    {
        for (var fra = 1L; ;)
        {
            var hendelser = await LoggAsync(fra);
            foreach (var (_, endring) in hendelser)
            {
                if (passer(endring))
                    return endring;
            }

            fra = hendelser.Count > 0 ? hendelser[^1].Nr + 1 : fra;
            await Task.Delay(5);
        }
    }

    /// <summary>Waits until everything that was written has its number; the last one.</summary>
    public async Task<long> SisteAsync()
    {
        var vakt = await GjoerAsync(new DNummertildeling { Grunn = Grunn, Ny = Typemeldinger.Ny() });
        var dokument = vakt.Kvitteringer[0].Dokument;
        await VentPaaAsync(e => e.Dokument == dokument);
        return (await LoggAsync(1))[^1].Nr;
    }

    public static IEnumerable<Hendelsestype> Typer(Registreringssvar.Registrert svar) =>
        svar.Kvitteringer.SelectMany(k => k.Hendelser).Select(h => h.Type);
}
