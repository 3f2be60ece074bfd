using System.CommandLine;
using Felles.Client.Administrasjon;

namespace Felles.Cli.Register;

/// <summary>The word after <c>importer</c> and <c>eksporter</c>.</summary>
internal static class Registerargument
{
    internal static Argument<string> Lag()
    {
        var argument = new Argument<string>("register") { Description = "What the file holds" };
        argument.AcceptOnlyFromAmong("personer", "virksomheter");
        return argument;
    }

    internal static Registertype Type(string ord) => ord == "personer" ? Registertype.Personer : Registertype.Virksomheter;
}
