using System.Buffers;
using System.Globalization;

namespace Felles.Folkeregister.Persondokument.Xml;

/// <summary>XML text into a buffer writer, asked for room in large pieces.</summary>
internal ref struct Xmlutgang(IBufferWriter<byte> ut)
{
    private const int Stykke = 4096;

    // "\" begins an escape of JSON; the others are markup of XML.
    private static readonly SearchValues<byte> Saertegn = SearchValues.Create("\\&<>"u8);

    private Span<byte> plass = ut.GetSpan(Stykke);
    private int brukt;

    public void Skriv(scoped ReadOnlySpan<byte> bytes)
    {
        if (plass.Length - brukt < bytes.Length)
            Ny(bytes.Length);
        bytes.CopyTo(plass[brukt..]);
        brukt += bytes.Length;
    }

    public void Merke(scoped ReadOnlySpan<byte> start, scoped ReadOnlySpan<byte> navn)
    {
        Skriv(start);
        Skriv(navn);
        Skriv(">"u8);
    }

    /// <summary>The inside of a JSON string as character data.</summary>
    public void Tekst(scoped ReadOnlySpan<byte> json)
    {
        for (var sted = json.IndexOfAny(Saertegn); sted >= 0; sted = json.IndexOfAny(Saertegn))
        {
            Skriv(json[..sted]);
            json = json[sted..];
            var lest = json[0] == '\\' ? Escape(json) : Markup(json[0]);
            json = json[lest..];
        }

        Skriv(json);
    }

    public void Ferdig()
    {
        ut.Advance(brukt);
        plass = default;
        brukt = 0;
    }

    private int Markup(byte tegn)
    {
        Skriv(tegn switch { (byte)'&' => "&amp;"u8, (byte)'<' => "&lt;"u8, _ => "&gt;"u8 });
        return 1;
    }

    /// <summary>Writes the character that a JSON escape names and answers how many bytes the escape has.</summary>
    private int Escape(scoped ReadOnlySpan<byte> json)
    {
        switch (json[1])
        {
            case (byte)'n':
                Skriv("\n"u8);
                break;
            case (byte)'t':
                Skriv("\t"u8);
                break;
            case (byte)'r':
                // A bare carriage return would be read back as a line feed (XML 1.0 § 2.11).
                Skriv("&#xD;"u8);
                break;
            case (byte)'u':
                return Kodepunkt(json);
            case (byte)'b' or (byte)'f':
                Skriv("\uFFFD"u8);
                break;
            default:
                Skriv(json[1..2]);
                break;
        }

        return 2;
    }

    /// <summary>Only control characters are written with a number, and XML 1.0 cannot carry them.</summary>
    private int Kodepunkt(scoped ReadOnlySpan<byte> json)
    {
        var verdi = int.Parse(json[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        Skriv(verdi switch { 9 => "\t"u8, 10 => "\n"u8, 13 => "&#xD;"u8, _ => "\uFFFD"u8 });
        return 6;
    }

    private void Ny(int minst)
    {
        ut.Advance(brukt);
        plass = ut.GetSpan(Math.Max(minst, Stykke));
        brukt = 0;
    }
}
