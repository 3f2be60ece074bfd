using System.Globalization;

namespace Felles.Folkeregister.Hendelser.Feed;

/// <summary>
/// The strong ETag of a page (RFC 9110 § 8.8.3). It says all that decides whether the page is still the same, so a comparison needs no
/// read:
/// a full page never changes, and another changes when the package's last event does.
/// </summary>
internal readonly record struct Feedmerke(int Antall, long Siste, long Eldst)
{
    public static Feedmerke Av(Feedside side) => new(side.Antall, side.Siste, side.Eldst);

    /// <summary>Finds our own mark among those of an If-None-Match header; false for <c>*</c>, weak ones and those of other
    /// pages.</summary>
    public static bool TryFinn(string? hode, string utgave, long seq, Feedform form, out Feedmerke merke)
    {
        merke = default;
        var start = Start(utgave, seq, form);
        foreach (var del in (hode ?? "").Split(','))
        {
            var tekst = del.Trim();
            if (!tekst.StartsWith(start, StringComparison.Ordinal) || tekst[^1] != '"')
                continue;
            var ledd = tekst[start.Length..^1].Split('-');
            if (ledd.Length == 3 && int.TryParse(ledd[0], NumberStyles.None, null, out var antall)
                && long.TryParse(ledd[1], NumberStyles.None, null, out var siste)
                && long.TryParse(ledd[2], NumberStyles.None, null, out var eldst))
            {
                merke = new Feedmerke(antall, siste, eldst);
                return true;
            }
        }

        return false;
    }

    public string Skriv(string utgave, long seq, Feedform form) => $"{Start(utgave, seq, form)}{Antall}-{Siste}-{Eldst}\"";

    /// <summary>
    /// Whether the page it stands for is as it was, for all this host knows. The page may have been read when the database was ahead of
    /// what the host had heard, so its last event may be a later one than the end.
    /// </summary>
    public bool Gjelder(Feedplass ende, long seq) =>
        Antall == Feedside.Stoerrelse || (Antall == 0 ? ende.Sekvensnummer < seq : ende.Sekvensnummer <= Siste);

    private static string Start(string utgave, long seq, Feedform form) => $"\"{utgave}-{(int)form}-{seq}-";
}
