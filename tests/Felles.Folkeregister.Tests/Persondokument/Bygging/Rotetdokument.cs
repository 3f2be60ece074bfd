using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Felles.Folkeregister.Tests.Persondokument.Bygging;

/// <summary>The same document as somebody else may write it: members in any order, white space, letters escaped, null and empty lists for
/// what is absent.</summary>
internal sealed class Rotetdokument(int frø)
{
    private readonly Random random = new(frø);
    private readonly StringBuilder ut = new();

    public string Av(string dokument)
    {
        using var json = JsonDocument.Parse(dokument);
        ut.Clear();
        Verdi(json.RootElement, rot: true);
        return ut.ToString();
    }

    private void Verdi(JsonElement verdi, bool rot = false)
    {
        Luft();
        switch (verdi.ValueKind)
        {
            case JsonValueKind.Object:
                Objekt(verdi, rot);
                break;
            case JsonValueKind.Array:
                Liste(verdi);
                break;
            case JsonValueKind.String:
                Tekst(verdi.GetString()!);
                break;
            default:
                ut.Append(verdi.GetRawText());
                break;
        }

        Luft();
    }

    private void Objekt(JsonElement verdi, bool rot)
    {
        var medlemmer = verdi.EnumerateObject().ToArray();
        random.Shuffle(medlemmer);
        ut.Append('{');
        var foerste = true;
        foreach (var medlem in medlemmer)
        {
            ut.Append(foerste ? "" : ",");
            foerste = false;
            Luft();
            Tekst(medlem.Name);
            ut.Append(':');
            Verdi(medlem.Value);
        }

        foreach (var fravaerende in rot ? new[] { "navn", "bibehold" } : [])
        {
            if (!verdi.TryGetProperty(fravaerende, out _))
                ut.Append(ut[^1] == '{' ? "" : ",").Append(CultureInfo.InvariantCulture, $"\"{fravaerende}\":{(random.Next(2) == 0 ? "null" : "[ ]")}");
        }

        ut.Append('}');
    }

    private void Liste(JsonElement verdi)
    {
        ut.Append('[');
        var foerste = true;
        foreach (var post in verdi.EnumerateArray())
        {
            ut.Append(foerste ? "" : ",");
            foerste = false;
            Verdi(post);
        }

        ut.Append(']');
    }

    private void Tekst(string tekst)
    {
        ut.Append('"');
        foreach (var tegn in tekst)
        {
            if (tegn < 0x20 || tegn is '"' or '\\' || char.IsSurrogate(tegn) || random.Next(6) == 0)
                ut.Append(CultureInfo.InvariantCulture, $"\\u{(int)tegn:x4}");
            else
                ut.Append(tegn == '/' ? "\\/" : tegn.ToString());
        }

        ut.Append('"');
    }

    private void Luft()
    {
        if (random.Next(4) == 0)
            ut.Append(random.Next(2) == 0 ? "\n  " : " ");
    }
}
