using System.CommandLine;
using System.Text.Json.Nodes;
using Felles.Cli.Kjoering;
using Felles.Cli.Maal;
using Felles.Cli.Register;
using Felles.Storage;
using Felles.Tenor.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Felles.Cli.Befolkning;

/// <summary><c>felles befolkning lag</c>: a synthetic population into an empty data folder, or as a file for <c>importer</c>.</summary>
internal static class BefolkningKommando
{
    private const string Tekst = "Making a population";

    internal static Command Lag(Konsoll konsoll)
    {
        var antall = new Option<int>("--antall")
        {
            Description = "How many persons",
            HelpName = "N",
            DefaultValueFactory = _ => Befolkningsvalg.Standardantall,
        };
        antall.Validators.Add(resultat =>
        {
            if (resultat.Errors.Any())
                return;
            if (resultat.GetValueOrDefault<int>() < 1)
                resultat.AddError("--antall must be 1 or more.");
        });
        var froe = new Option<string>("--froe")
        {
            Description = "The seed: the same text and size give the same persons",
            HelpName = "SEED",
            DefaultValueFactory = _ => Befolkningsvalg.Standardfroe,
        };
        var dato = new Option<DateOnly>("--dato")
        {
            Description = "The day on which the population is seen",
            HelpName = "YYYY-MM-DD",
            DefaultValueFactory = _ => Befolkningsvalg.Standarddato,
        };
        var ut = new Option<FileInfo?>("--ut") { Description = "Write the persons to this file instead", HelpName = "FIL.ndjson" };
        var virksomheter = new Option<FileInfo?>("--virksomheter")
        {
            Description = "With --ut: write the organisations to this file",
            HelpName = "FIL.ndjson",
        };
        var lag = new Command("lag", "Make a synthetic population") { antall, froe, dato, ut, virksomheter };
        var valg = Valg.Mappe(lag);
        lag.Validators.Add(resultat =>
        {
            var mappe = resultat.GetResult(valg.Data!) is { Implicit: false };
            var fil = resultat.GetResult(ut) is { Implicit: false };
            if (mappe == fil)
                resultat.AddError("Say where: --data FOLDER fills an empty data folder, --ut FIL.ndjson writes a file.");
            if (mappe && resultat.GetResult(virksomheter) is { Implicit: false })
                resultat.AddError("--virksomheter names the second file beside --ut; --data FOLDER holds the organisations already.");
        });
        lag.Gjoer(konsoll, valg, async (linje, ct) =>
        {
            var oensket = new Befolkningsvalg(linje.GetValue(antall), linje.GetRequiredValue(froe), linje.GetValue(dato));
            try
            {
                return linje.GetValue(ut) is { } fil
                    ? await TilFilAsync(konsoll, linje.GetValue(valg.Json), oensket, fil, linje.GetValue(virksomheter), ct)
                    : await TilMappeAsync(konsoll, linje.GetValue(valg.Json), oensket, linje.GetRequiredValue(valg.Data!)!, ct);
            }
            catch (ArgumentException e)
            {
                // The generator's own judgement of size and date, as too few for the identities that are in every population.
                throw new Kommandofeil(Utgangskode.FeilBruk, e.Message, "Choose another --antall or --dato.", e);
            }
        });
        return new Command("befolkning", "Synthetic populations") { lag };
    }

    private static async Task<Utgangskode> TilFilAsync(
        Konsoll konsoll, bool json, Befolkningsvalg oensket, FileInfo fil, FileInfo? virksomheter, CancellationToken ct)
    {
        var rapport = await Framdrift.VisAsync(konsoll, Tekst, oensket.Antall, framdrift => Filskriving.SkrivAsync(
            fil,
            personer => virksomheter is null
                ? SkrivAsync(personer, null, framdrift)
                : Filskriving.SkrivAsync(virksomheter, enheter => SkrivAsync(personer, enheter, framdrift))));
        var svar = new JsonObject { ["personer"] = rapport.Personer, ["fil"] = fil.FullName };
        var tekst = $"Wrote [green]{rapport.Personer:N0}[/] persons to {Markup.Escape(fil.FullName)}.";
        if (virksomheter is not null)
        {
            (svar["virksomheter"], svar["virksomhetsfil"]) = (rapport.Virksomheter, virksomheter.FullName);
            tekst += $"\nWrote [green]{rapport.Virksomheter:N0}[/] organisations to {Markup.Escape(virksomheter.FullName)}.";
        }

        konsoll.Resultat(json, svar, tekst);
        return Utgangskode.Ok;

        Task<Befolkningsrapport> SkrivAsync(Stream personer, Stream? enheter, IProgress<long> framdrift) =>
            Felles.Tenor.Contracts.Befolkning.SkrivAsync(oensket, personer, enheter, new Trinn(framdrift, oensket.Antall), ct);
    }

    private static async Task<Utgangskode> TilMappeAsync(
        Konsoll konsoll, bool json, Befolkningsvalg oensket, DirectoryInfo mappe, CancellationToken ct)
    {
        var rapport = await FyllAsync(konsoll, mappe, oensket, ct);
        konsoll.Resultat(
            json,
            new JsonObject { ["personer"] = rapport.Personer, ["virksomheter"] = rapport.Virksomheter },
            $"Made [green]{rapport.Personer:N0}[/] persons and {rapport.Virksomheter:N0} organisations.");
        return Utgangskode.Ok;
    }

    private static async Task<Befolkningsrapport> FyllAsync(
        Konsoll konsoll, DirectoryInfo mappe, Befolkningsvalg oensket, CancellationToken ct)
    {
        await using var maal = new Mappemaal(mappe);
        var tjenester = await maal.TjenesterAsync(lag: true, ct);
        if (!tjenester.GetRequiredService<IOptions<FellesOptions>>().Value.IsSandkasse)
        {
            throw new Kommandofeil(
                Utgangskode.FeilBruk,
                "Felles:Mode is Produksjon, and synthetic persons belong in a sandbox.",
                "Take Felles__Mode out of the environment, or write a file with --ut.");
        }

        if (!await tjenester.GetRequiredService<Felles.Folkeregister.Contracts.Personlast>().KanLastesAsync(ct))
        {
            throw new Kommandofeil(
                Utgangskode.FeilIInndata,
                $"The register in {mappe.FullName} holds persons already.",
                $"Empty it first with \"felles nullstill --data {mappe}\", or name another folder.");
        }

        return await Framdrift.VisAsync(konsoll, Tekst, oensket.Antall, framdrift =>
            tjenester.GetRequiredService<Felles.Tenor.Contracts.Befolkning>().LagAsync(oensket, new Trinn(framdrift, oensket.Antall), ct));
    }
}
