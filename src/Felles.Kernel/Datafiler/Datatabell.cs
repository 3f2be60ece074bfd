using System.Reflection;
using System.Text;

namespace Felles.Kernel.Datafiler;

/// <summary>
/// A table from the repository's <c>data/</c> folder, embedded in the assembly that uses it. The file is RFC 4180 CSV in UTF-8 with one
/// header line; lines that start with <c>#</c> before the header tell source, date and licence and are skipped.
/// </summary>
public sealed class Datatabell
{
    private readonly string[] kolonner;
    private readonly List<string[]> rader;

    private Datatabell(string[] kolonner, List<string[]> rader) => (this.kolonner, this.rader) = (kolonner, rader);

    /// <summary>The rows in file order.</summary>
    public IEnumerable<Rad> Rader => rader.Select(felter => new Rad(kolonner, felter));

    /// <exception cref="InvalidDataException">The resource is missing or a row has another number of fields than the header.</exception>
    public static Datatabell Read(Assembly assembly, string logicalName)
    {
        using var stream = assembly.GetManifestResourceStream(logicalName)
            ?? throw new InvalidDataException($"{assembly.GetName().Name} has no embedded data file {logicalName}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader.ReadToEnd(), logicalName);
    }

    public static Datatabell Parse(string text, string name)
    {
        string[]? header = null;
        List<string[]> rows = [];
        foreach (var fields in Records(text))
        {
            if (header is null)
            {
                header = fields;
            }
            else if (fields.Length == header.Length)
            {
                rows.Add(fields);
            }
            else
            {
                throw new InvalidDataException(
                    $"{name}: row {rows.Count + 1} has {fields.Length} fields, the header has {header.Length}.");
            }
        }

        return new Datatabell(header ?? throw new InvalidDataException($"{name} has no header line."), rows);
    }

    private static IEnumerable<string[]> Records(string text)
    {
        List<string> fields = [];
        var field = new StringBuilder();
        var beforeHeader = true;
        for (var i = 0; i < text.Length;)
        {
            if (beforeHeader && text[i] == '#')
            {
                var end = text.IndexOf('\n', i);
                i = end < 0 ? text.Length : end + 1;
                continue;
            }

            beforeHeader = false;
            i = ReadField(text, i, field);
            fields.Add(field.ToString());
            field.Clear();
            if (i < text.Length && text[i] == ',')
            {
                i++;
                // A comma at the very end of the file is followed by one more, empty field.
                if (i < text.Length)
                {
                    continue;
                }

                fields.Add("");
            }

            i = EndOfLine(text, i);
            if (fields is not [""])
            {
                yield return [.. fields];
            }

            fields.Clear();
        }
    }

    /// <summary>Reads one field and answers the place just after it: a comma, a line end or the end of the text.</summary>
    private static int ReadField(string text, int i, StringBuilder field)
    {
        if (i < text.Length && text[i] == '"')
        {
            for (i++; i < text.Length; i++)
            {
                if (text[i] != '"')
                {
                    field.Append(text[i]);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append(text[i++]);
                }
                else
                {
                    return i + 1;
                }
            }

            return i;
        }

        var start = i;
        while (i < text.Length && text[i] is not (',' or '\n' or '\r'))
        {
            i++;
        }

        field.Append(text, start, i - start);
        return i;
    }

    private static int EndOfLine(string text, int i)
    {
        if (i < text.Length && text[i] == '\r')
        {
            i++;
        }

        return i < text.Length && text[i] == '\n' ? i + 1 : i;
    }

    /// <summary>One row; fields are found by the header's names.</summary>
    public readonly struct Rad(string[] kolonner, string[] felter)
    {
        /// <exception cref="InvalidDataException">The file has no such column.</exception>
        public string this[string kolonne]
        {
            get
            {
                var i = Array.IndexOf(kolonner, kolonne);
                return i < 0 ? throw new InvalidDataException($"No column {kolonne} in the data file.") : felter[i];
            }
        }

        /// <summary>The members of a field that is a list parted by spaces.</summary>
        public string[] Liste(string kolonne) => this[kolonne].Split(' ', StringSplitOptions.RemoveEmptyEntries);

        public bool Ja(string kolonne) => this[kolonne] == "ja";
    }
}
