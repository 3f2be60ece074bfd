using System.CommandLine;
using Felles.Cli.Befolkning;
using Felles.Cli.Kjoering;
using Felles.Cli.Klienter;
using Felles.Cli.Logg;
using Felles.Cli.Person;
using Felles.Cli.Register;
using Felles.Cli.Rolle;
using Felles.Cli.Sandkasse;
using Felles.Cli.Sertifikat;
using Felles.Cli.Token;

namespace Felles.Cli;

/// <summary>The program's verbs.</summary>
internal static class Kommandolinje
{
    internal static RootCommand Lag(Konsoll konsoll) => new("Work with Felles: tokens, persons, imports, exports and administration.")
    {
        TokenKommando.Lag(konsoll),
        PersonKommando.Lag(konsoll),
        ImporterKommando.Lag(konsoll),
        EksporterKommando.Lag(konsoll),
        BefolkningKommando.Lag(konsoll),
        KlientKommando.Lag(konsoll),
        SertifikatKommando.Lag(konsoll),
        RolleKommando.Lag(konsoll),
        NullstillKommando.Lag(konsoll),
        LoggKommando.Lag(konsoll),
    };

    internal static async Task<int> KjoerAsync(IReadOnlyList<string> args, Konsoll konsoll, CancellationToken ct = default)
    {
        var linje = Lag(konsoll).Parse(args);

        // A line that cannot be understood has no values to ask, but a program that wrote --json reads JSON and no help text.
        if (linje.Errors.Count > 0 && args.Contains("--json"))
        {
            var feil = new Kommandofeil(Utgangskode.FeilBruk, string.Join(' ', linje.Errors.Select(e => e.Message)), "See --help.");
            return (int)Feilmelding.Vis(konsoll, json: true, feil, vert: null);
        }

        var oppsett = new InvocationConfiguration
        {
            Output = konsoll.Utskriver,
            Error = konsoll.Feilskriver,
            EnableDefaultExceptionHandler = false,
        };
        var kode = await linje.InvokeAsync(oppsett, ct);
        return linje.Errors.Count > 0 ? (int)Utgangskode.FeilBruk : kode;
    }
}
