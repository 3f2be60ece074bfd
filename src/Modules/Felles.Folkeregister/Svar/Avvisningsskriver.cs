using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;

namespace Felles.Folkeregister.Svar;

/// <summary>Writes the documented body of a refusal in the form the caller asked for.</summary>
internal static class Avvisningsskriver
{
    private const int LengsteVerdi = 100;

    private static readonly JsonWriterOptions Skrivevalg = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Skriv(Avvisning avvisning, Svarformat format) =>
        format == Svarformat.Xml ? Xml(avvisning) : Json(avvisning);

    private static byte[] Json(Avvisning a)
    {
        var ut = new ArrayBufferWriter<byte>(256);
        using var w = new Utf8JsonWriter(ut, Skrivevalg);
        w.WriteStartObject();
        if (a.HarFolkeregisterfeilmelding)
        {
            w.WriteNumber("httpStatus", a.Status);
            w.WriteString("alvorlighetsgrad", "ERROR");
            w.WriteString("feilkode", a.Kode.Kode);
            w.WriteString("feilmelding", a.Melding);
            w.WriteStartObject("tilleggsinformasjon");
            if (a.Verdi is not null)
                w.WriteString(Verdinavn(a), Kort(a.Verdi));
            w.WriteEndObject();
        }
        else if (a.HarEksternform)
        {
            w.WriteNumber("httpStatus", a.Status);
            w.WriteString("code", a.Kode.Kode);
            w.WriteString("message", a.Melding);
            w.WriteString("feilreferanse", a.Verdi);
        }
        else
        {
            w.WriteString("kode", a.Kode.Kode);
            w.WriteString("melding", a.Melding);
        }

        w.WriteEndObject();
        w.Flush();
        return ut.WrittenSpan.ToArray();
    }

    // The root names folkeregisterFeilmelding and error are documented; that of the general form is not, and is chosen alike.
    private static byte[] Xml(Avvisning a)
    {
        using var ut = new MemoryStream();
        using (var w = XmlWriter.Create(ut, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false }))
        {
            w.WriteStartDocument();
            if (a.HarFolkeregisterfeilmelding)
            {
                w.WriteStartElement("folkeregisterFeilmelding");
                w.WriteElementString("httpStatus", XmlConvert.ToString(a.Status));
                w.WriteElementString("alvorlighetsgrad", "ERROR");
                w.WriteElementString("feilkode", a.Kode.Kode);
                w.WriteElementString("feilmelding", a.Melding);
                w.WriteStartElement("tilleggsinformasjon");
                if (a.Verdi is not null)
                    w.WriteElementString(Verdinavn(a), Lovlig(Kort(a.Verdi)));
                w.WriteEndElement();
            }
            else if (a.HarEksternform)
            {
                w.WriteStartElement("error");
                w.WriteElementString("httpStatus", XmlConvert.ToString(a.Status));
                w.WriteElementString("code", a.Kode.Kode);
                w.WriteElementString("message", a.Melding);
                w.WriteElementString("feilreferanse", a.Verdi);
            }
            else
            {
                w.WriteStartElement("feil");
                w.WriteElementString("kode", a.Kode.Kode);
                w.WriteElementString("melding", Lovlig(a.Melding));
            }

            w.WriteEndElement();
        }

        return ut.ToArray();
    }

    private static string Verdinavn(Avvisning a) => a.Status == 406 ? "part" : "grunn";

    private static string Kort(string verdi) => verdi.Length <= LengsteVerdi ? verdi : verdi[..LengsteVerdi];

    // A query may carry characters that XML 1.0 cannot hold, half a surrogate pair among them.
    private static string Lovlig(string verdi) =>
        string.Create(verdi.Length, verdi, static (til, fra) =>
        {
            for (var i = 0; i < fra.Length; i++)
                til[i] = XmlConvert.IsXmlChar(fra[i]) ? fra[i] : '?';
        });
}
