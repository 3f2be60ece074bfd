using System.CommandLine;

namespace Felles.Cli.Kjoering;

/// <summary>Runs a verb's work and turns what it throws into a message and an exit code.</summary>
internal static class Verb
{
    internal static void Gjoer(
        this Command kommando, Konsoll konsoll, Valg valg, Func<ParseResult, CancellationToken, Task<Utgangskode>> arbeid) =>
        kommando.SetAction(async (linje, ct) =>
        {
            try
            {
                return (int)await arbeid(linje, ct);
            }
            catch (Exception e)
            {
                var mappe = valg.Data is { } data && linje.GetValue(data) is not null;
                return (int)Feilmelding.Vis(konsoll, linje.GetValue(valg.Json), e, mappe ? null : Url(linje, valg));
            }
        });

    private static string? Url(ParseResult linje, Valg valg) => linje.GetResult(valg.Url) is null ? null : linje.GetValue(valg.Url);
}
