using System.Text;
using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Datafiler;

namespace Felles.Folkeregister.Hendelser;

/// <summary>The list of event types (<c>data/folkeregister/hendelsestyper.csv</c>), by their number.</summary>
internal static class Hendelsestyper
{
    /// <summary>Stands for every element.</summary>
    public const ulong Alt = ulong.MaxValue;

    private static readonly Hendelsestypefakta[] Fakta = Les();

    public static IReadOnlyList<Hendelsestypefakta> Alle => Fakta;

    public static Hendelsestypefakta Om(Hendelsestype type) => Fakta[(int)type];

    private static Hendelsestypefakta[] Les()
    {
        var rader = Datatabell.Read(typeof(Hendelsestyper).Assembly, "folkeregister/hendelsestyper.csv").Rader.ToArray();
        var fakta = new Hendelsestypefakta[rader.Length];
        for (var nr = 0; nr < rader.Length; nr++)
        {
            var navn = rader[nr]["hendelsestype"];
            if (!string.Equals(((Hendelsestype)nr).ToString(), navn, StringComparison.OrdinalIgnoreCase))
                throw new InvalidDataException($"hendelsestyper.csv names {navn} where the program has {(Hendelsestype)nr}.");
            fakta[nr] = new Hendelsestypefakta(
                (Hendelsestype)nr, Encoding.UTF8.GetBytes(navn), Elementer(rader[nr]), rader[nr].Ja("hendelsesdokument"),
                rader[nr].Ja("persondokument"), rader[nr].Ja("bruk"));
        }

        return fakta;
    }

    private static ulong Elementer(Datatabell.Rad rad) =>
        rad["elementer"] == "*"
            ? Alt
            : rad.Liste("elementer").Aggregate(0UL, (sum, navn) => sum | 1UL << (int)Enum.Parse<Personelement>(navn, ignoreCase: true));
}

/// <summary>What is known of one event type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Navn">Its name on the wire.</param>
/// <param name="Elementer">The elements it tells of, bit n for <see cref="Personelement"/> n; <see cref="Hendelsestyper.Alt"/> for
/// anything.</param>
/// <param name="HarHendelsesdokument">Whether there is a document of what was changed.</param>
/// <param name="HarPersondokument">Whether the feed leads to a person document.</param>
/// <param name="Brukes">Whether the register makes such events.</param>
internal sealed record Hendelsestypefakta(
    Hendelsestype Type, byte[] Navn, ulong Elementer, bool HarHendelsesdokument, bool HarPersondokument, bool Brukes)
{
    public bool GjelderAlt => Elementer == Hendelsestyper.Alt;
}
