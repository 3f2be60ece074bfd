using System.CommandLine;
using System.Text.Json.Nodes;
using Felles.Cli.Kjoering;
using Felles.Cli.Maal;
using Felles.Cli.Register;
using Felles.Tenor.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Felles.Cli.Befolkning;

/// <summary><c>felles befolkning lag</c>: a synthetic population into an empty data folder, or as a file for <c>importer</c>.</summary>
internal static class BefolkningKommando
{
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
        var ut = new Option<FileInfo?>("--ut") { Description = "Write the persons to this file instead", HelpName = "FIL.ndjson" };
        var lag = new Command("lag", "Make a synthetic population") { antall, froe, ut };
        var valg = Valg.Mappe(lag);
        lag.Validators.Add(resultat =>
        {
            var mappe = resultat.GetResult(valg.Data!) is { Implicit: false };
            var fil = resultat.GetResult(ut) is { Implicit: false };
            if (mappe == fil)
                resultat.AddError("Say where: --data FOLDER fills an empty data folder, --ut FIL.ndjson writes a file.");
        });
        lag.Gjoer(konsoll, valg, async (linje, ct) =>
        {
            var oensket = new Befolkningsvalg(linje.GetValue(antall), linje.GetRequiredValue(froe));
            try
            {
                return linje.GetValue(ut) is { } fil
                    ? await TilFilAsync(konsoll, linje.GetValue(valg.Json), oensket, fil, ct)
                    : await TilMappeAsync(konsoll, linje.GetValue(valg.Json), oensket, linje.GetRequiredValue(valg.Data!)!, ct);
            }
            catch (ArgumentException e)
            {
                // The generator's own judgement of size and seed, as too few for the identities that are in every population.
                throw new Kommandofeil(Utgangskode.FeilBruk, e.Message, "Choose another --antall.", e);
            }
        });
        return new Command("befolkning", "Synthetic populations") { lag };
    }

    private static async Task<Utgangskode> TilFilAsync(
        Konsoll konsoll, bool json, Befolkningsvalg oensket, FileInfo fil, CancellationToken ct)
    {
        await Framdrift.VisAsync(konsoll, "Making persons", oensket.Antall, framdrift => Filskriving.SkrivAsync(fil, async strom =>
        {
            await Felles.Tenor.Contracts.Befolkning.SkrivPersonerAsync(oensket, strom, new Trinn(framdrift), ct);
            return oensket.Antall;
        }));
        konsoll.Resultat(
            json,
            new JsonObject { ["personer"] = oensket.Antall, ["fil"] = fil.FullName },
            $"Wrote [green]{oensket.Antall:N0}[/] persons to {Markup.Escape(fil.FullName)}.");
        return Utgangskode.Ok;
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
        if (!await tjenester.GetRequiredService<Felles.Folkeregister.Contracts.Personlast>().KanLastesAsync(ct))
        {
            throw new Kommandofeil(
                Utgangskode.FeilIInndata,
                $"The register in {mappe.FullName} holds persons already.",
                $"Empty it first with \"felles nullstill --data {mappe}\", or name another folder.");
        }

        return await Framdrift.VisAsync(konsoll, "Making persons", oensket.Antall, framdrift =>
            tjenester.GetRequiredService<Felles.Tenor.Contracts.Befolkning>().LagAsync(oensket, new Trinn(framdrift), ct));
    }

    /// <summary>The bar follows the persons; the steps before are short.</summary>
    private sealed class Trinn(IProgress<long> til) : IProgress<Befolkningsframdrift>
    {
        public void Report(Befolkningsframdrift value)
        {
            if (value.Trinn == Befolkningstrinn.Personer)
                til.Report(value.Ferdig);
        }
    }
}
