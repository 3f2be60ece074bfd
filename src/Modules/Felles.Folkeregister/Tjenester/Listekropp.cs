using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Xml;
using Felles.Folkeregister.Svar;

namespace Felles.Folkeregister.Tjenester;

/// <summary>
/// Reads a body that is one list of identifiers, <c>{"felt":["…"]}</c>, in JSON or XML, in its order. The first fault ends it and is told
/// with its place.
/// </summary>
/// <param name="felt">The name of the list.</param>
/// <param name="lengste">The greatest length of an identifier, in characters.</param>
/// <param name="maks">How many may be ordered.</param>
/// <param name="enhet">What is ordered, for the message.</param>
internal abstract class Listekropp(string felt, int lengste, int maks, string enhet)
{
    /// <summary>1 000 identifiers in XML with generous white space take a tenth of it.</summary>
    public const int StoersteKropp = 1024 * 1024;

    private int antall;

    protected Avvisning? LesInn(in ReadOnlySequence<byte> kropp, Svarformat format) =>
        format == Svarformat.Json ? LesJson(kropp) : LesXml(kropp);

    /// <summary>False when the text is no identifier of this kind.</summary>
    protected abstract bool TryLeggTil(ReadOnlySpan<byte> tekst);

    /// <summary>What an identifier must be, as the end of a sentence.</summary>
    protected abstract string Krav { get; }

    private static Avvisning Feil(string melding) => Avvisning.UgyldigParameter(melding, "ugyldigBestilling");

    private Avvisning? LesJson(in ReadOnlySequence<byte> kropp)
    {
        try
        {
            var leser = new Utf8JsonReader(kropp, new JsonReaderOptions { MaxDepth = 8 });
            if (!leser.Read() || leser.TokenType != JsonTokenType.StartObject)
                return Feil("Meldingskroppen skal være et JSON-objekt.");
            var funnet = false;
            while (leser.Read() && leser.TokenType == JsonTokenType.PropertyName)
            {
                if (!leser.ValueTextEquals(felt))
                {
                    leser.Skip();
                    continue;
                }

                if (funnet)
                    return Feil($"{felt} er oppgitt mer enn én gang.");
                funnet = true;
                leser.Read();
                if (leser.TokenType != JsonTokenType.StartArray)
                    return Feil($"{felt} skal være en liste.");
                if (LesListe(ref leser) is { } feil)
                    return feil;
            }

            // Anything but white space after the object is refused by the reader.
            while (leser.Read())
            {
            }

            return funnet ? null : Feil($"{felt} mangler.");
        }
        catch (JsonException e)
        {
            return Feil($"Meldingskroppen er ikke gyldig JSON (linje {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}).");
        }
        catch (InvalidOperationException)
        {
            // A string that is not valid UTF-8 or holds half a surrogate pair.
            return Feil("Meldingskroppen er ikke gyldig UTF-8.");
        }
    }

    private Avvisning? LesListe(ref Utf8JsonReader leser)
    {
        // Each character may be written as a \u escape of six bytes.
        Span<byte> tekst = stackalloc byte[lengste * 6];
        while (leser.Read() && leser.TokenType != JsonTokenType.EndArray)
        {
            var lengde = leser.HasValueSequence ? leser.ValueSequence.Length : leser.ValueSpan.Length;
            if (leser.TokenType != JsonTokenType.String || lengde > tekst.Length)
                return Ugyldig();
            if (LeggTil(tekst[..leser.CopyString(tekst)]) is { } feil)
                return feil;
        }

        return null;
    }

    private Avvisning? LesXml(in ReadOnlySequence<byte> kropp)
    {
        try
        {
            using var stroem = new MemoryStream(kropp.ToArray(), writable: false);
            using var leser = XmlReader.Create(stroem, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreWhitespace = true,
                IgnoreProcessingInstructions = true,
            });
            leser.MoveToContent();
            // The root's name was never published; any is taken, and the identifiers are its children.
            var mer = leser.Read();
            while (mer && leser.NodeType != XmlNodeType.EndElement)
            {
                if (leser.NodeType != XmlNodeType.Element || leser.LocalName != felt)
                    return Feil($"Ventet elementet {felt}.");
                var tekst = leser.ReadElementContentAsString().Trim();
                if (tekst.Length > lengste || !Ascii.IsValid(tekst))
                    return Ugyldig();
                if (LeggTil(Encoding.ASCII.GetBytes(tekst)) is { } feil)
                    return feil;
                mer = leser.NodeType != XmlNodeType.None;
            }

            while (leser.Read())
            {
            }

            return null;
        }
        catch (XmlException e)
        {
            return Feil($"Meldingskroppen er ikke gyldig XML (linje {e.LineNumber}, tegn {e.LinePosition}).");
        }
    }

    private Avvisning? LeggTil(ReadOnlySpan<byte> tekst)
    {
        if (antall == maks)
            return Feil($"Det kan bestilles opp til {maks} {enhet} i ett kall.");
        if (!TryLeggTil(tekst))
            return Ugyldig();
        antall++;
        return null;
    }

    private Avvisning Ugyldig() => Feil($"{felt}[{antall}] {Krav}");
}
