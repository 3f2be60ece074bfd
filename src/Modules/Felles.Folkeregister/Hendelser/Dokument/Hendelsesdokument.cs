using System.Buffers;
using System.Text;
using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Lager;
using Felles.Kernel.Tid;

namespace Felles.Folkeregister.Hendelser.Dokument;

/// <summary>The document of one event (Hendelsedokument 1.4): who, what, when, and each changed entry.</summary>
internal static class Hendelsesdokument
{
    private const int Ramme = 400;

    /// <param name="endring">The event.</param>
    /// <param name="egenskaper">The inside of the list <c>egenskapshendelse</c>.</param>
    public static byte[] Lag(in Personendring endring, ReadOnlySpan<byte> egenskaper)
    {
        var ut = new ArrayBufferWriter<byte>(Ramme + egenskaper.Length);
        ut.Write("{\"dokumentidentifikator\":\""u8);
        Hendelsesnoekkel.Lag(endring.Personnoekkel, endring.Versjon, endring.Nr).TryFormatUtf8(ut.GetSpan(32), out var skrevet);
        ut.Advance(skrevet);
        ut.Write("\",\"skjemaversjon\":\"1.0\",\"hendelse\":{\"folkeregisteridentifikator\":\""u8);
        endring.Identifikator.TryFormatUtf8(ut.GetSpan(11), out skrevet);
        ut.Advance(skrevet);
        ut.Write("\",\"hendelsestype\":\""u8);
        ut.Write(Hendelsestyper.Om(endring.Hendelsestype).Navn);
        ut.Write("\",\"ajourholdstidspunkt\":\""u8);
        ut.Write(Encoding.ASCII.GetBytes(Tidspunkt.Ny(endring.Ajourholdstidspunkt).Tekst));
        ut.Write("\",\"egenskapshendelse\":["u8);
        ut.Write(egenskaper);
        ut.Write("]}}"u8);
        return ut.WrittenSpan.ToArray();
    }
}
