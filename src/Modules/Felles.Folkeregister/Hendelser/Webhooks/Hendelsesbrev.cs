using System.Globalization;
using System.Text;
using System.Text.Json;
using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Hendelser.Feed;
using Felles.Folkeregister.Svar;

namespace Felles.Folkeregister.Hendelser.Webhooks;

/// <summary>
/// One event as CloudEvents 1.0 in structured mode. What it is about stands in <c>data</c> alone, written by the feed itself, so a package
/// is never told more here than there.
/// </summary>
internal static class Hendelsesbrev
{
    public const string Innholdstype = "application/cloudevents+json";

    public static byte[] Skriv(Abonnent abonnent, long sekvensnummer, in Personendring endring)
    {
        var hendelse = Svarbuffer.Lei();
        var ut = Svarbuffer.Lei();
        try
        {
            Feedskriver.For(abonnent.Regel, json: true, "", sekvensnummer, hendelse).Hendelse(sekvensnummer, endring);
            using (var json = new Utf8JsonWriter(ut))
            {
                json.WriteStartObject();
                json.WriteString("specversion", "1.0");
                json.WriteString("id", sekvensnummer.ToString(CultureInfo.InvariantCulture));
                json.WriteString("source", abonnent.Kilde);
                json.WriteString("type", Type(abonnent.Regel.Typenavn(endring.Hendelsestype)));
                json.WriteString(
                    "time",
                    endring.Ajourholdstidspunkt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture));
                json.WriteString("datacontenttype", "application/json");
                json.WritePropertyName("data");
                // After the bracket that opens a page.
                json.WriteRawValue(hendelse.Skrevet.Span[1..]);
                json.WriteEndObject();
            }

            return ut.Skrevet.ToArray();
        }
        finally
        {
            hendelse.LeverTilbake();
            ut.LeverTilbake();
        }
    }

    private static string Type(ReadOnlySpan<byte> hendelsetype) =>
        "no.skatteetaten.folkeregisteret." + Encoding.UTF8.GetString(hendelsetype);
}
