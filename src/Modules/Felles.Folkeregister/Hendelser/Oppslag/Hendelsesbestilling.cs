using System.Buffers;
using System.Text.Json;
using System.Xml;
using Felles.Folkeregister.Svar;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Hendelser.Oppslag;

/// <summary>The ids a bulk look-up of event documents asks for, each once, in the order of the request.</summary>
internal static class Hendelsesbestilling
{
    public const int Maks = 1000;

    private const string Felt = "dokumentidentifikator";

    /// <summary>Reads the JSON or XML body; the refusal names the place of the first fault.</summary>
    public static (IReadOnlyList<Dokumentidentifikator> Ider, Avvisning? Avvisning) Les(in ReadOnlySequence<byte> kropp, Svarformat format)
    {
        var ider = new List<Dokumentidentifikator>();
        var avvisning = format == Svarformat.Json ? LesJson(kropp, ider) : LesXml(kropp, ider);
        return ([.. ider.Distinct()], avvisning);
    }

    private static Avvisning? LesJson(in ReadOnlySequence<byte> kropp, List<Dokumentidentifikator> ider)
    {
        try
        {
            using var json = JsonDocument.Parse(kropp, new JsonDocumentOptions { MaxDepth = 8 });
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return Feil("Meldingskroppen skal være et JSON-objekt.");
            var lister = json.RootElement.EnumerateObject().Where(m => m.NameEquals(Felt)).ToArray();
            if (lister.Length != 1)
                return Feil(lister.Length == 0 ? $"{Felt} mangler." : $"{Felt} er oppgitt mer enn én gang.");
            if (lister[0].Value.ValueKind != JsonValueKind.Array)
                return Feil($"{Felt} skal være en liste.");
            foreach (var verdi in lister[0].Value.EnumerateArray())
            {
                if (LeggTil(verdi.ValueKind == JsonValueKind.String ? verdi.GetString() : null, ider) is { } feil)
                    return feil;
            }

            return null;
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

    private static Avvisning? LesXml(in ReadOnlySequence<byte> kropp, List<Dokumentidentifikator> ider)
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
            // The root's name was never published; any is taken, and the ids are its children.
            var tom = leser.IsEmptyElement;
            leser.Read();
            while (!tom && leser.NodeType != XmlNodeType.EndElement)
            {
                if (leser.NodeType != XmlNodeType.Element || leser.LocalName != Felt)
                    return Feil($"Ventet elementet {Felt}.");
                if (LeggTil(leser.ReadElementContentAsString().Trim(), ider) is { } feil)
                    return feil;
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

    private static Avvisning? LeggTil(string? tekst, List<Dokumentidentifikator> ider)
    {
        if (!Dokumentidentifikator.TryParse(tekst.AsSpan(), out var id))
            return Feil($"{Felt}[{ider.Count}] er ikke 32 heksadesimale sifre eller en UUID.");
        if (ider.Count == Maks)
            return Feil($"Det kan bestilles opp til {Maks} hendelsesdokumenter i ett kall.");
        ider.Add(id);
        return null;
    }

    private static Avvisning Feil(string melding) => Avvisning.UgyldigParameter(melding, "ugyldigBestilling");
}
