using System.Text.Json;
using Felles.Folkeregister.Persondokument.Skjema;
using Felles.Folkeregister.Persondokument.Wire;

namespace Felles.Folkeregister.Persondokument.Lesing;

/// <content>Values that are not objects.</content>
internal sealed partial class Dokumentleser
{
    private void LesEnkeltverdi(ref Utf8JsonReader inn, Skjemafelt felt)
    {
        switch (felt.Form)
        {
            case Verdiform.Boolsk when inn.TokenType is JsonTokenType.True or JsonTokenType.False:
                ut.Skriv(inn.TokenType == JsonTokenType.True ? "true,"u8 : "false,"u8);
                break;
            case Verdiform.Boolsk:
                FeilType(ref inn, "true eller false");
                break;
            case Verdiform.Heltall when inn.TokenType == JsonTokenType.Number:
                LesHeltall(ref inn);
                break;
            case Verdiform.Heltall:
                FeilType(ref inn, "tall");
                break;
            default:
                if (inn.TokenType == JsonTokenType.String)
                    LesTekst(ref inn, felt);
                else
                    FeilType(ref inn, "tekst");
                break;
        }
    }

    private void LesHeltall(ref Utf8JsonReader inn)
    {
        if (inn.ValueSpan.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0 || !inn.TryGetInt32(out _))
            Feil(PersondokumentFeilkoder.UgyldigHeltall, PersondokumentFeilkoder.UgyldigHeltall.Tekst);
        ut.Skriv(inn.ValueSpan);
        ut.Tegn((byte)',');
    }

    private void LesTekst(ref Utf8JsonReader inn, Skjemafelt felt)
    {
        if (inn.ValueIsEscaped && !Uescapet(ref inn))
        {
            Feil(PersondokumentFeilkoder.UgyldigTegn, "Teksten har et halvt surrogatpar.");
            return;
        }

        var verdi = inn.ValueIsEscaped ? mellom.Skrevet : inn.ValueSpan;
        if (Tekstregel.HarUgyldigTegn(verdi))
            Feil(PersondokumentFeilkoder.UgyldigTegn, "XML 1.0 kan ikke bære et av tegnene.");
        else if (Verdiregel.Bryter(felt, verdi) is { } feil)
            Feil(feil, Verdiregel.Melding(felt, feil));
        if (inn.ValueIsEscaped)
            ut.Brukt(Wiretekst.Skriv(verdi, ut.Plass((verdi.Length * 2) + 2)));
        else
            Ordrett(verdi);
        ut.Tegn((byte)',');
    }

    private void Ordrett(ReadOnlySpan<byte> verdi)
    {
        ut.Tegn((byte)'"');
        ut.Skriv(verdi);
        ut.Tegn((byte)'"');
    }

    /// <summary>
    /// Resolves the escapes of the value or name into <see cref="mellom"/>; false for a lone surrogate, which UTF-8 cannot carry.
    /// </summary>
    private bool Uescapet(ref Utf8JsonReader inn)
    {
        mellom.Toem();
        try
        {
            mellom.Brukt(inn.CopyString(mellom.Plass(inn.ValueSpan.Length)));
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
