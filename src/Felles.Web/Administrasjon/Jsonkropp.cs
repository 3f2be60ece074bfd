using System.Text.Json;
using Felles.Kernel.Feil;
using Felles.Kernel.Identifikatorer;
using Felles.Web.Problem;
using Felles.Web.Token;
using Microsoft.AspNetCore.Http;

namespace Felles.Web.Administrasjon;

/// <summary>
/// A small JSON object sent to the administration API, read member by member. All faults are collected, unknown members too: a misspelt
/// member must not be taken as an absent one.
/// </summary>
public sealed class Jsonkropp
{
    private const int StoersteKropp = 64 * 1024;

    private readonly JsonElement rot;
    private readonly List<Funn> funn = [];
    private readonly HashSet<string> lest = [];

    private Jsonkropp(JsonElement rot) => this.rot = rot;

    /// <summary>The faults found so far; ask when every member has been read.</summary>
    public Problemsvar? Feil
    {
        get
        {
            foreach (var ukjent in rot.EnumerateObject().Where(m => !lest.Contains(m.Name)))
                Legg(Administrasjonsfeilkoder.MedlemUkjent, Sti(ukjent.Name), "There is no such member.");
            return funn.Count == 0 ? null
                : Problemsvar.Av(StatusCodes.Status400BadRequest, Administrasjonsfeilkoder.FlereFeil, funn, funn.Count);
        }
    }

    /// <summary>Reads the body; answers either the object or the refusal.</summary>
    public static async ValueTask<(Jsonkropp? Kropp, Problemsvar? Avslag)> LesAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            return (null, Problemsvar.Av(
                StatusCodes.Status415UnsupportedMediaType, Administrasjonsfeilkoder.FeilMedietype, "Send application/json."));
        }

        using var buffer = new MemoryStream();
        var del = new byte[4096];
        int antall;
        while ((antall = await http.Request.Body.ReadAsync(del, http.RequestAborted)) > 0)
        {
            if (buffer.Length + antall > StoersteKropp)
                return (null, Problemsvar.Av(StatusCodes.Status413PayloadTooLarge, Administrasjonsfeilkoder.ForStorKropp));
            buffer.Write(del, 0, antall);
        }

        return StrictJson.ParseObject(buffer.ToArray()) is { } dokument
            ? (new Jsonkropp(dokument.RootElement), null)
            : (null, Problemsvar.Av(StatusCodes.Status400BadRequest, Administrasjonsfeilkoder.UgyldigJson));
    }

    /// <summary>A text of 1 to <paramref name="lengst"/> characters; the empty text after a fault.</summary>
    public string Tekst(string navn, int lengst) => ValgfriTekst(navn, lengst, paakrevd: true) ?? "";

    /// <summary>A text that may be absent or null.</summary>
    public string? ValgfriTekst(string navn, int lengst) => ValgfriTekst(navn, lengst, paakrevd: false);

    /// <summary>A text of several lines that may be absent, null or empty.</summary>
    public string? Fritekst(string navn, int lengst)
    {
        if (Valgfri(navn) is not { } verdi) return null;
        if (verdi.ValueKind != JsonValueKind.String)
        {
            Legg(Administrasjonsfeilkoder.MedlemFeilType, navn, "The member must be a text.");
            return null;
        }

        var tekst = verdi.GetString()!;
        if (tekst.Length <= lengst && !tekst.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))) return tekst;
        Legg(Administrasjonsfeilkoder.MedlemUgyldig, navn, $"At most {lengst} characters, of control characters line breaks and tabs alone.");
        return null;
    }

    /// <summary>One of a few words; null when it is absent, which is a fault where it is <paramref name="paakrevd"/>.</summary>
    public string? Ord(string navn, bool paakrevd, params ReadOnlySpan<string> lovlige)
    {
        if (ValgfriTekst(navn, 100, paakrevd) is not { } tekst) return null;
        if (lovlige.Contains(tekst)) return tekst;
        Legg(Administrasjonsfeilkoder.MedlemUgyldig, navn, $"One of {string.Join(", ", lovlige.ToArray())} is needed.");
        return null;
    }

    /// <summary>A fault that the caller has found in a member.</summary>
    public void Avvis(Feilkode kode, string navn, string melding) => Legg(kode, navn, melding);

    /// <summary>Members that the service sets itself; callers send back the object that they read.</summary>
    public void Overse(params ReadOnlySpan<string> navn)
    {
        foreach (var ett in navn) lest.Add(ett);
    }

    public Organisasjonsnummer Organisasjonsnummer(string navn)
    {
        if (ValgfriTekst(navn, 9, paakrevd: true) is not { } tekst) return default;
        if (!Kernel.Identifikatorer.Organisasjonsnummer.TryParse(tekst, out var nummer))
            Legg(Administrasjonsfeilkoder.UgyldigOrganisasjonsnummer, navn, "Not an organisation number.");
        return nummer;
    }

    public int? ValgfrittHeltall(string navn)
    {
        if (Valgfri(navn) is not { } verdi) return null;
        if (verdi.ValueKind == JsonValueKind.Number && verdi.TryGetInt32(out var tall)) return tall;
        Legg(Administrasjonsfeilkoder.MedlemFeilType, navn, "The member must be a whole number of 32 bits.");
        return null;
    }

    public bool? ValgfriBoolsk(string navn)
    {
        if (Valgfri(navn) is not { } verdi) return null;
        if (verdi.ValueKind is JsonValueKind.True or JsonValueKind.False) return verdi.GetBoolean();
        Legg(Administrasjonsfeilkoder.MedlemFeilType, navn, "The member must be true or false.");
        return null;
    }

    /// <summary>The values of a list whose members are all of one kind.</summary>
    public IReadOnlyList<JsonElement>? ValgfriListe(string navn, JsonValueKind av)
    {
        if (Valgfri(navn) is not { } verdi) return null;
        if (verdi.ValueKind == JsonValueKind.Array && verdi.EnumerateArray().All(v => v.ValueKind == av))
            return [.. verdi.EnumerateArray()];
        Legg(Administrasjonsfeilkoder.MedlemFeilType, navn, $"The member must be a list of {av}.");
        return null;
    }

    public IReadOnlyList<string>? ValgfrieTekster(string navn) =>
        ValgfriListe(navn, JsonValueKind.String)?.Select(v => v.GetString()!).ToArray();

    private JsonElement? Valgfri(string navn)
    {
        lest.Add(navn);
        return rot.TryGetProperty(navn, out var verdi) && verdi.ValueKind != JsonValueKind.Null ? verdi : null;
    }

    private string? ValgfriTekst(string navn, int lengst, bool paakrevd)
    {
        if (Valgfri(navn) is not { } verdi)
        {
            if (paakrevd) Legg(Administrasjonsfeilkoder.MedlemMangler, navn, "The member is required.");
            return null;
        }

        if (verdi.ValueKind != JsonValueKind.String)
        {
            Legg(Administrasjonsfeilkoder.MedlemFeilType, navn, "The member must be a text.");
            return null;
        }

        var tekst = verdi.GetString()!;
        if (tekst.Length == 0 || tekst.Length > lengst || tekst.Any(char.IsControl))
        {
            Legg(Administrasjonsfeilkoder.MedlemUgyldig, navn, $"1 to {lengst} characters without control characters are needed.");
            return null;
        }

        return tekst;
    }

    private void Legg(Feilkode kode, string sti, string melding) => funn.Add(new Funn(kode, sti, melding));

    // A member name of the sender's is echoed only as far as a path is readable.
    private static string Sti(string navn) => navn.Length <= 64 && !navn.Any(char.IsControl) ? navn : "";
}
