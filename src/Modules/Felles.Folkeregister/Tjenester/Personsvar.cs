using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Persondokument.Xml;
using Felles.Folkeregister.Svar;

namespace Felles.Folkeregister.Tjenester;

/// <summary>One person as a package may see it, in the form that was asked for.</summary>
internal static class Personsvar
{
    /// <summary>
    /// Writes the person and tells which elements are in the answer. In XML without a declaration, so that it can stand in a bulk answer.
    /// </summary>
    public static ulong Skriv(Pakkeplan plan, in Personrad rad, Svarformat format, Svarbuffer ut) =>
        Skriv(plan, rad.Dokument, rad.Indeks, format, ut);

    /// <inheritdoc cref="Skriv(Pakkeplan, in Personrad, Svarformat, Svarbuffer)"/>
    public static ulong Skriv(
        Pakkeplan plan, ReadOnlySpan<byte> dokument, ReadOnlySpan<byte> indeks, Svarformat format, Svarbuffer ut)
    {
        if (format == Svarformat.Json)
            return plan.Skriv(dokument, indeks, ut);
        var json = Svarbuffer.Lei();
        try
        {
            var levert = plan.Skriv(dokument, indeks, json);
            Xmlskriver.Skriv(json.Skrevet.Span, ut);
            return levert;
        }
        finally
        {
            json.LeverTilbake();
        }
    }
}
