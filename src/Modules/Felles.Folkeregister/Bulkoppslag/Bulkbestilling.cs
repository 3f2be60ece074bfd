using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Xml;
using Felles.Folkeregister.Svar;

namespace Felles.Folkeregister.Bulkoppslag;

/// <summary>
/// The numbers a bulk look-up asks for, in request order. Eleven digits that are no valid number are kept: such a number is answered as
/// unknown, as any other number that nobody has.
/// </summary>
internal sealed class Bulkbestilling
{
    public const int Maks = 1000;

    private const string Felt = "foedselsEllerDNummer";

    private readonly List<long> numre = new(64);

    private Bulkbestilling()
    {
    }

    public IReadOnlyList<long> Numre => numre;

    /// <summary>Reads the JSON or XML body; the refusal names the place of the first fault.</summary>
    public static (Bulkbestilling? Bestilling, Avvisning? Avvisning) Les(in ReadOnlySequence<byte> kropp, Svarformat format)
    {
        var bestilling = new Bulkbestilling();
        var avvisning = format == Svarformat.Json ? bestilling.LesJson(kropp) : bestilling.LesXml(kropp);
        return avvisning is null ? (bestilling, null) : (null, avvisning);
    }

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
                if (!leser.ValueTextEquals(Felt))
                {
                    leser.Skip();
                    continue;
                }

                if (funnet)
                    return Feil($"{Felt} er oppgitt mer enn én gang.");
                funnet = true;
                leser.Read();
                if (leser.TokenType != JsonTokenType.StartArray)
                    return Feil($"{Felt} skal være en liste.");
                if (LesListe(ref leser) is { } feil)
                    return feil;
            }

            // Anything but white space after the object is refused by the reader.
            while (leser.Read())
            {
            }

            return funnet ? null : Feil($"{Felt} mangler.");
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
        Span<byte> tekst = stackalloc byte[72];
        while (leser.Read() && leser.TokenType != JsonTokenType.EndArray)
        {
            var lengde = leser.HasValueSequence ? leser.ValueSequence.Length : leser.ValueSpan.Length;
            // Each of the eleven digits may be written as a \u escape of six bytes.
            if (leser.TokenType != JsonTokenType.String || lengde > 66)
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
            // The root's name was never published; any is taken, and the numbers are its children.
            var mer = leser.Read();
            while (mer && leser.NodeType != XmlNodeType.EndElement)
            {
                if (leser.NodeType != XmlNodeType.Element || leser.LocalName != Felt)
                    return Feil($"Ventet elementet {Felt}.");
                var tekst = leser.ReadElementContentAsString().Trim();
                if (tekst.Length != 11 || !Ascii.IsValid(tekst))
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
        if (tekst.Length != 11 || tekst.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
            return Ugyldig();
        if (numre.Count == Maks)
            return Feil($"Det kan bestilles opp til {Maks} personer i ett kall.");
        var verdi = 0L;
        foreach (var siffer in tekst)
            verdi = verdi * 10 + (siffer - '0');
        numre.Add(verdi);
        return null;
    }

    private Avvisning Ugyldig() => Feil($"{Felt}[{numre.Count}] er ikke elleve sifre.");

    private static Avvisning Feil(string melding) => Avvisning.UgyldigParameter(melding, "ugyldigBestilling");
}
