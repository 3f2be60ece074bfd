using System.CommandLine;
using Felles.Cli.Kjoering;
using Felles.Client.Administrasjon;

namespace Felles.Cli.Maal;

internal static class Maalvalg
{
    /// <summary>The host of <c>--url</c>, called as the client with the scope for administration.</summary>
    internal static IMaal Velg(Valg valg, ParseResult linje) => new Vertsmaal(Vert.Velg(valg, linje, Administrasjonsklient.Scope));
}
