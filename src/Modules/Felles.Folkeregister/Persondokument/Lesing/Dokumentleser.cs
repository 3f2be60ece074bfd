using System.Text.Json;
using System.Text.Unicode;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Folkeregister.Persondokument.Skjema;
using Felles.Folkeregister.Persondokument.Wire;
using Felles.Kernel.Feil;

namespace Felles.Folkeregister.Persondokument.Lesing;

/// <summary>
/// Judges a person document from outside and puts it in wire order. Every fault is collected with its path. The text of values is not
/// touched: digits, fraction digits and order within lists go out as they came; only escapes become the characters they name, and null and
/// empty lists, which say the same as nothing, disappear.
/// <para>One reader serves one thread; its buffers are used again.</para>
/// </summary>
internal sealed partial class Dokumentleser
{
    public const int MaksBytes = 8 * 1024 * 1024;

    private const int MaksDybde = 16;

    private readonly Wirebuffer ut = new(16 * 1024);
    private readonly Wirebuffer mellom = new(1024);
    private readonly Rekkefoelge rekkefoelge = new();
    private readonly Lesesti sti = new();
    private readonly Funnliste funn = new();
    private readonly Indeksbygger indeks = new();

    public Lesesvar Les(ReadOnlySpan<byte> json)
    {
        ut.Toem();
        rekkefoelge.Toem();
        sti.Toem();
        funn.Toem();
        if (json.Length > MaksBytes)
            Feil(PersondokumentFeilkoder.ForStort, $"Dokumentet er på {json.Length} byte; grensen er {MaksBytes}.");
        else if (!Utf8.IsValid(json))
            Feil(PersondokumentFeilkoder.UgyldigUtf8, PersondokumentFeilkoder.UgyldigUtf8.Tekst);
        else
            LesRot(json);
        if (funn.Antall > 0)
            return Lesesvar.Nei(funn.Ferdig());

        var dokument = ut.Skrevet[..^1];
        if (!Indekslesing.Bygg(dokument, indeks))
            return Lesesvar.Nei(
                [new(PersondokumentFeilkoder.ForMangeOppfoeringer, "", $"Grensen er {Dokumentindeks.MaksOppfoeringer} oppføringer.")]);
        var bytes = new byte[indeks.Lengde];
        indeks.Skriv(bytes, dokument.Length);
        return Lesesvar.Ja(dokument.ToArray(), bytes);
    }

    private void LesRot(ReadOnlySpan<byte> json)
    {
        var inn = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaksDybde });
        try
        {
            inn.Read();
            if (inn.TokenType == JsonTokenType.StartObject)
                LesObjekt(ref inn, Personskjema.Person);
            else
                FeilType(ref inn, "objekt");
            if (inn.Read())
                Feil(PersondokumentFeilkoder.BruttJson, "Det står mer etter dokumentet.");
        }
        catch (JsonException feil)
        {
            // The reader stops at the first byte that is no JSON; there is nothing to judge after it.
            if (inn.CurrentDepth >= MaksDybde - 1)
                Feil(PersondokumentFeilkoder.ForDypt, $"Dokumentet har mer enn {MaksDybde} nivåer.");
            else
                Feil(PersondokumentFeilkoder.BruttJson, $"JSON brytes på linje {feil.LineNumber + 1}, byte {feil.BytePositionInLine + 1}.");
        }
    }

    private void LesObjekt(ref Utf8JsonReader inn, Skjematype type)
    {
        var start = ut.Lengde;
        ut.Tegn((byte)'{');
        rekkefoelge.Begynn();
        ulong sett = 0;
        ulong tilstede = 0;
        var neste = 0;
        while (inn.Read() && inn.TokenType == JsonTokenType.PropertyName)
        {
            var nr = Medlem(ref inn, type, neste);
            if (nr < 0)
                continue;
            var felt = type.Felter[nr];
            if ((sett & (1UL << nr)) != 0)
            {
                Feil(PersondokumentFeilkoder.DobbeltMedlem, "Feltet er alt oppgitt.", felt.Navn);
                HoppOver(ref inn);
                continue;
            }

            sett |= 1UL << nr;
            neste = nr + 1;
            var foer = ut.Lengde;
            sti.Inn(felt);
            if (LesMedlem(ref inn, felt))
            {
                tilstede |= 1UL << nr;
                rekkefoelge.Legg(nr, foer);
            }
            else
            {
                ut.Tilbake(foer);
            }

            sti.Ut();
        }

        Krav(type, tilstede);
        rekkefoelge.Ordne(ut, start + 1);
        ut.Lukk((byte)'}');
    }

    /// <summary>The number of the member that the reader stands on; an unknown one is told and passed.</summary>
    private int Medlem(ref Utf8JsonReader inn, Skjematype type, int fra)
    {
        var navn = inn.ValueSpan;
        if (inn.ValueIsEscaped)
            navn = Uescapet(ref inn) ? mellom.Skrevet : [];
        var nr = type.Finn(navn, fra);
        if (nr >= 0)
            return nr;
        Feil(PersondokumentFeilkoder.UkjentMedlem, $"{type.Navn} har ikke dette feltet.", Lesesti.Fremmednavn(navn));
        HoppOver(ref inn);
        return nr;
    }

    /// <summary>False when the value says nothing: null, or a list without values.</summary>
    private bool LesMedlem(ref Utf8JsonReader inn, Skjemafelt felt)
    {
        inn.Read();
        if (inn.TokenType == JsonTokenType.Null)
            return false;
        ut.Skriv(felt.Start);
        if (!felt.Liste)
        {
            LesVerdi(ref inn, felt);
            return true;
        }

        if (inn.TokenType != JsonTokenType.StartArray)
        {
            FeilType(ref inn, "liste");
            return true;
        }

        return LesListe(ref inn, felt);
    }

    private bool LesListe(ref Utf8JsonReader inn, Skjemafelt felt)
    {
        ut.Tegn((byte)'[');
        var antall = 0;
        while (inn.Read() && inn.TokenType != JsonTokenType.EndArray)
        {
            sti.Post(antall++);
            LesVerdi(ref inn, felt);
        }

        sti.Post(-1);
        ut.Lukk((byte)']');
        if (antall > felt.Hoeyst)
            Feil(PersondokumentFeilkoder.ForMange, $"Listen har {antall} verdier; den kan ha {felt.Hoeyst}.");
        return antall > 0;
    }

    private void LesVerdi(ref Utf8JsonReader inn, Skjemafelt felt)
    {
        if (felt.Type is not { } type)
            LesEnkeltverdi(ref inn, felt);
        else if (inn.TokenType == JsonTokenType.StartObject)
            LesObjekt(ref inn, type);
        else
            FeilType(ref inn, "objekt");
    }

    private void Krav(Skjematype type, ulong tilstede)
    {
        for (var mangler = type.Paakrevd & ~tilstede; mangler != 0; mangler &= mangler - 1)
        {
            var felt = type.Felter[System.Numerics.BitOperations.TrailingZeroCount(mangler)];
            Feil(PersondokumentFeilkoder.ManglerMedlem, $"{type.Navn} skal ha dette feltet.", felt.Navn);
        }

        foreach (var valg in type.EttAv)
        {
            if (System.Numerics.BitOperations.PopCount(valg & tilstede) != 1)
                Feil(PersondokumentFeilkoder.EttAv, $"Nøyaktig ett av {Navn(type, valg)} skal være oppgitt.");
        }
    }

    private static string Navn(Skjematype type, ulong valg) =>
        string.Join(", ", type.Felter.ToArray().Where((_, nr) => (valg & (1UL << nr)) != 0).Select(felt => felt.Navn));

    private void FeilType(ref Utf8JsonReader inn, string ventet)
    {
        Feil(PersondokumentFeilkoder.FeilType, $"Verdien skal være {ventet}.");
        HoppOver(ref inn);
    }

    /// <summary>Passes the value that follows a name, or that the reader stands on.</summary>
    private static void HoppOver(ref Utf8JsonReader inn) => inn.Skip();

    private void Feil(Feilkode feil, string melding, string? medlem = null) => funn.Legg(feil, sti.Tekst(medlem), melding);
}
