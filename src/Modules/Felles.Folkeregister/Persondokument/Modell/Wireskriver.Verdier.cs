using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Wire;
using Felles.Kernel.Identifikatorer;
using Felles.Kernel.Tid;

namespace Felles.Folkeregister.Persondokument.Modell;

/// <content>Members with a simple value. A name comes as <c>"navn":</c>, ready to copy; an absent value writes nothing.</content>
internal sealed partial class Wireskriver
{
    public void Tekst(ReadOnlySpan<byte> navn, string? verdi)
    {
        if (verdi is null)
            return;
        Navn(navn);
        Tekst(verdi);
    }

    public void Tid(ReadOnlySpan<byte> navn, Tidspunkt? verdi)
    {
        if (verdi is { } tid)
            Tekst(navn, tid.Tekst);
    }

    public void Tekster(ReadOnlySpan<byte> navn, Liste<string> verdier)
    {
        if (verdier.Count == 0)
            return;
        Navn(navn);
        foreach (var verdi in verdier.AsSpan())
            Tekst(verdi);
        ut.Lukk((byte)']');
    }

    public void Kode<T>(ReadOnlySpan<byte> navn, T verdi)
        where T : unmanaged, Enum
    {
        Navn(navn);
        Raatekst(Kodenavn<T>.Wire(verdi));
    }

    public void Kode<T>(ReadOnlySpan<byte> navn, T? verdi)
        where T : unmanaged, Enum
    {
        if (verdi is { } kode)
            Kode(navn, kode);
    }

    public void Koder<T>(ReadOnlySpan<byte> navn, Liste<T> verdier)
        where T : unmanaged, Enum
    {
        if (verdier.Count == 0)
            return;
        Navn(navn);
        foreach (var verdi in verdier.AsSpan())
            Raatekst(Kodenavn<T>.Wire(verdi));
        ut.Lukk((byte)']');
    }

    /// <summary>As a code, and remembered for the index of the entry.</summary>
    public void Gradering(ReadOnlySpan<byte> navn, Adressegradering? verdi)
    {
        gradering = verdi ?? Adressegradering.Ugradert;
        Kode(navn, verdi);
    }

    public void Boolsk(ReadOnlySpan<byte> navn, bool? verdi)
    {
        if (verdi is not { } sant)
            return;
        Navn(navn);
        Navn(sant ? "true,"u8 : "false,"u8);
    }

    public void Heltall(ReadOnlySpan<byte> navn, int? verdi)
    {
        if (verdi is not { } tall)
            return;
        Navn(navn);
        tall.TryFormat(ut.Plass(12), out var skrevet);
        ut.Brukt(skrevet);
        ut.Tegn((byte)',');
    }

    public void Dato(ReadOnlySpan<byte> navn, DateOnly? verdi)
    {
        if (verdi is not { } dato)
            return;
        Navn(navn);
        Span<byte> tekst = stackalloc byte[10];
        Sifre(tekst[..4], dato.Year);
        Sifre(tekst[5..7], dato.Month);
        Sifre(tekst[8..], dato.Day);
        tekst[4] = tekst[7] = (byte)'-';
        Raatekst(tekst);
    }

    public void Identifikator(ReadOnlySpan<byte> navn, Folkeregisteridentifikator? verdi)
    {
        if (verdi is not { } id)
            return;
        Navn(navn);
        Span<byte> tekst = stackalloc byte[11];
        id.TryFormatUtf8(tekst, out _);
        Raatekst(tekst);
    }

    public void Organisasjon(ReadOnlySpan<byte> navn, Organisasjonsnummer? verdi)
    {
        if (verdi is not { } nummer)
            return;
        Navn(navn);
        Span<byte> tekst = stackalloc byte[9];
        nummer.TryFormatUtf8(tekst, out _);
        Raatekst(tekst);
    }

    private static void Sifre(Span<byte> plasser, int tall)
    {
        for (var i = plasser.Length - 1; i >= 0; i--, tall /= 10)
            plasser[i] = (byte)('0' + (tall % 10));
    }

    private void Tekst(string verdi)
    {
        ut.Brukt(Wiretekst.Skriv(verdi, ut.Plass((verdi.Length * Wiretekst.BytesPerTegn) + 2)));
        ut.Tegn((byte)',');
    }

    /// <summary>Text that is known to need no escaping.</summary>
    private void Raatekst(ReadOnlySpan<byte> verdi)
    {
        var plass = ut.Plass(verdi.Length + 3);
        plass[0] = (byte)'"';
        verdi.CopyTo(plass[1..]);
        plass[verdi.Length + 1] = (byte)'"';
        plass[verdi.Length + 2] = (byte)',';
        ut.Brukt(verdi.Length + 3);
    }
}
