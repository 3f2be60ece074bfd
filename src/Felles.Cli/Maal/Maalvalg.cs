using System.CommandLine;
using Felles.Cli.Kjoering;
using Felles.Client.Administrasjon;

namespace Felles.Cli.Maal;

internal static class Maalvalg
{
    /// <summary>The folder of <c>--data</c>, or else the host of <c>--url</c> called as the client with the scope for
    /// administration.</summary>
    internal static IMaal Velg(Valg valg, ParseResult linje) => valg.Data is { } data && linje.GetValue(data) is { } mappe
        ? new Mappemaal(mappe)
        : new Vertsmaal(Vert.Velg(valg, linje, Administrasjonsklient.Scope));
}
