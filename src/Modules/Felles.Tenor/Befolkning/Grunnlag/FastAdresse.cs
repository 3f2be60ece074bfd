using System.Text.RegularExpressions;

namespace Felles.Tenor.Befolkning.Grunnlag;

/// <summary>An address written in one line, as Tenor shows it: street, number, flat, postal code and place.</summary>
internal sealed partial record FastAdresse(string Vei, string Husnummer, string Bruksenhet, string Postnummer)
{
    public static FastAdresse? Les(string merknad) => Linje().Match(merknad) is { Success: true } funn
        ? new(funn.Groups["vei"].Value, funn.Groups["hus"].Value, funn.Groups["bolig"].Value, funn.Groups["post"].Value)
        : null;

    [GeneratedRegex(
        "(?:^|; )(?<vei>[^;0-9]+) (?<hus>[0-9]+) (?<bolig>[HLUK][0-9]{4}) (?<post>[0-9]{4}) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Linje();
}
