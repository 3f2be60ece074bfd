using System.CommandLine;
using Felles.Cli.Befolkning;
using Felles.Cli.Kjoering;
using Felles.Cli.Logg;
using Felles.Cli.Person;
using Felles.Cli.Register;
using Felles.Cli.Rolle;
using Felles.Cli.Sandkasse;
using Felles.Cli.Token;

namespace Felles.Cli;

/// <summary>The program's verbs.</summary>
internal static class Kommandolinje
{
    internal static async Task<int> KjoerAsync(IReadOnlyList<string> args, Konsoll konsoll, CancellationToken ct = default)
    {
        var rot = new RootCommand("Work with Felles: tokens, persons, imports, exports and administration.")
        {
            TokenKommando.Lag(konsoll),
            PersonKommando.Lag(konsoll),
            ImporterKommando.Lag(konsoll),
            EksporterKommando.Lag(konsoll),
            BefolkningKommando.Lag(konsoll),
            RolleKommando.Lag(konsoll),
            NullstillKommando.Lag(konsoll),
            LoggKommando.Lag(konsoll),
        };
        var linje = rot.Parse(args);
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
