using Felles.Kernel.Feil;

namespace Felles.Web.Ndjson;

/// <summary>What can be wrong with an import before its lines are looked at.</summary>
public static class Ndjsonfeilkoder
{
    public static readonly Feilkode IngenPlass = new(
        "ingen-plass", "The host cannot lay the file aside: its disk is full or cannot be written.", "administrasjon");
}
