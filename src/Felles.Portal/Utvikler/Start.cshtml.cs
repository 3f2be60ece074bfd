using System.Globalization;
using Felles.Folkeregister.Contracts;
using Felles.Kernel.Tid;
using Felles.Portal.Delt;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Felles.Web.Dokumenter;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Felles.Portal.Utvikler;

/// <summary>What runs, who is in it, and the first call. Persons and clients are shown in the sandbox alone.</summary>
internal sealed class StartModel(
    IOptions<FellesOptions> options, Registerklokke klokke, Registertall tall, Personer personer, Tjenestedokumenter dokumenter,
    IStringLocalizer<Tekster> tekst) : PageModel
{
    public sealed record Tjeneste(string Navn, string Adresse);

    public sealed record Eksempel(string Slag, string Navn, string Nummer);

    /// <summary>The end of the keys of texts that tell what the instance is: a private country, or a register of real persons.</summary>
    public string Modus { get; } = options.Value.Mode.ToString();

    public string Personer { get; private set; } = "";

    public string Virksomheter { get; private set; } = "";

    public string Registerdato { get; } = klokke.IDag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Database { get; } = options.Value.IsSqlite ? "SQLite" : "PostgreSQL";

    public bool Sandkasse { get; } = options.Value.IsSandkasse;

    public string? FoersteKall { get; private set; }

    public IReadOnlyList<Eksempel> Eksempler { get; private set; } = [];

    public IReadOnlyList<string> Dokumenter => dokumenter.Navn;

    public IReadOnlyList<Sandkassevirksomhet> Klienter { get; } = Sandkassevirksomhet.Alle;

    public IReadOnlyList<Tjeneste> Tjenester { get; } =
    [
        .. Rettighetspakke.Alle.Select(
            p => new Tjeneste($"Folkeregisteret: {p.Navn}", $"{options.Value.PublicUrl}/folkeregisteret/{p.Sti}/v1/")),
        new(tekst["Maskinporten"], $"{options.Value.PublicUrl}/maskinporten/"),
        new(tekst["Administrasjon"], $"{options.Value.PublicUrl}/felles/api/v1/"),
    ];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (antallPersoner, antallVirksomheter) = await tall.LesAsync(ct);
        Personer = Tusener(antallPersoner);
        Virksomheter = Tusener(antallVirksomheter);
        if (!Sandkasse)
            return;
        FoersteKall = await Utvikler.FoersteKall.FinnAsync(personer, options.Value.PublicUrl, ct);
        var funnet = await personer.EksemplerAsync(ct);
        Eksempler = [.. funnet.Select(e => new Eksempel(tekst["Slag" + e.Slag], e.Navn, e.Identifikator.ToWire()))];
    }

    // A narrow space between the thousands, as Norwegian is written; the program itself runs without cultures.
    private static string Tusener(long antall) =>
        antall.ToString("#,0", new NumberFormatInfo { NumberGroupSeparator = "\u202f" });
}
