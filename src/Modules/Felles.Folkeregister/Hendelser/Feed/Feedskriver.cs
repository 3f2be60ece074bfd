using System.Globalization;
using System.Security;
using System.Text;
using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Svar;
using Felles.Kernel.Tid;

namespace Felles.Folkeregister.Hendelser.Feed;

/// <summary>Writes a page straight into the answer's buffer, event by event as they are read.</summary>
internal abstract class Feedskriver(Feedregel regel, Svarbuffer ut)
{
    // More than any one event takes.
    private const int StoersteHendelse = 1024;

    protected Feedregel Regel { get; } = regel;

    protected Svarbuffer Ut { get; } = ut;

    /// <param name="regel">The package.</param>
    /// <param name="json">JSON, or else Atom.</param>
    /// <param name="adresse">The feed's own address, for Atom.</param>
    /// <param name="seq">The first number asked for.</param>
    /// <param name="ut">Where it goes.</param>
    public static Feedskriver For(Feedregel regel, bool json, string adresse, long seq, Svarbuffer ut) =>
        json ? new Json(regel, ut) : new Atom(regel, ut, SecurityElement.Escape(adresse), seq);

    public abstract void Hendelse(long sekvensnummer, in Personendring endring);

    /// <summary>Ends the page.</summary>
    /// <param name="siste">The number of the last event; null of an empty page.</param>
    /// <param name="full">Whether more may follow.</param>
    /// <param name="oppdatert">When the last event was written.</param>
    public abstract void Avslutt(long? siste, bool full, DateTimeOffset oppdatert);

    private static int Skriv(Span<byte> til, ReadOnlySpan<byte> tekst)
    {
        tekst.CopyTo(til);
        return tekst.Length;
    }

    private static int Tid(Span<byte> til, DateTimeOffset tid, string form)
    {
        tid.TryFormat(til, out var skrevet, form, CultureInfo.InvariantCulture);
        return skrevet;
    }

    private static int Lokaltid(Span<byte> til, DateTimeOffset tid) => Tid(til, Oslo.TilOslo(tid), "yyyy-MM-dd'T'HH:mm:ss.FFFFFFzzz");

    private static int Utctid(Span<byte> til, DateTimeOffset tid) => Tid(til, tid.ToUniversalTime(), "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'");

    private static int Tall(Span<byte> til, long tall)
    {
        tall.TryFormat(til, out var skrevet, default, CultureInfo.InvariantCulture);
        return skrevet;
    }

    private static int Hendelsesdokument(Span<byte> til, in Personendring e)
    {
        Hendelsesnoekkel.Lag(e.Personnoekkel, e.Versjon, e.Nr).TryFormatUtf8(til, out var skrevet);
        return skrevet;
    }

    private sealed class Json(Feedregel regel, Svarbuffer ut) : Feedskriver(regel, ut)
    {
        private bool flere;

        public override void Hendelse(long sekvensnummer, in Personendring endring)
        {
            var til = Ut.GetSpan(StoersteHendelse);
            var n = Skriv(til, flere ? ",{\"sekvensnummer\":"u8 : "[{\"sekvensnummer\":"u8);
            flere = true;
            n += Tall(til[n..], sekvensnummer);
            n += Skriv(til[n..], ",\"hendelse\":{"u8);
            if (Regel.MedNummer)
            {
                n += Skriv(til[n..], "\"folkeregisteridentifikator\":\""u8);
                endring.Identifikator.TryFormatUtf8(til[n..], out var sifre);
                n += sifre;
                n += Skriv(til[n..], "\","u8);
            }

            n += Skriv(til[n..], "\"hendelsetype\":\""u8);
            n += Skriv(til[n..], Regel.Typenavn(endring.Hendelsestype));
            if (Regel.MedPekere)
            {
                n += Skriv(til[n..], "\",\"hendelsesdokument\":\""u8);
                n += Hendelsesdokument(til[n..], endring);
                if (Hendelsestyper.Om(endring.Hendelsestype).HarPersondokument)
                {
                    n += Skriv(til[n..], "\",\"persondokument\":\""u8);
                    endring.Dokument.TryFormatUtf8(til[n..], out var sifre);
                    n += sifre;
                }
            }

            n += Skriv(til[n..], "\",\"ajourholdstidspunkt\":\""u8);
            n += Lokaltid(til[n..], endring.Ajourholdstidspunkt);
            n += Skriv(til[n..], "\"}}"u8);
            Ut.Advance(n);
        }

        public override void Avslutt(long? siste, bool full, DateTimeOffset oppdatert) => Ut.Skriv(flere ? "]"u8 : "[]"u8);
    }

    /// <summary>
    /// RFC 4287. The head says when the feed was last updated, which is known at the end: the entries are written first and put after it.
    /// </summary>
    private sealed class Atom(Feedregel regel, Svarbuffer ut, string adresse, long seq) : Feedskriver(regel, ut)
    {
        public override void Hendelse(long sekvensnummer, in Personendring endring)
        {
            var til = Ut.GetSpan(StoersteHendelse);
            var n = Skriv(til, "<entry xmlns:ns2=\"folkeregisteret:tilgjengeliggjoering:hendelse:v1\"><title>Hendelse</title>"u8);
            n += Skriv(til[n..], "<id>tag:skatteetaten.no,2017-10-10:folkeregisteret:tilgjengeliggjoering:hendelse:v1:"u8);
            n += Tall(til[n..], sekvensnummer);
            n += Skriv(til[n..], "</id><updated>"u8);
            n += Utctid(til[n..], endring.Ajourholdstidspunkt);
            n += Skriv(til[n..], "</updated><content type=\"application/xml\"><ns2:lagretHendelse><ns2:sekvensnummer>"u8);
            n += Tall(til[n..], sekvensnummer);
            n += Skriv(til[n..], "</ns2:sekvensnummer><ns2:hendelse>"u8);
            if (Regel.MedNummer)
            {
                n += Skriv(til[n..], "<ns2:folkeregisteridentifikator>"u8);
                endring.Identifikator.TryFormatUtf8(til[n..], out var sifre);
                n += sifre;
                n += Skriv(til[n..], "</ns2:folkeregisteridentifikator>"u8);
            }

            n += Skriv(til[n..], "<ns2:hendelsetype>"u8);
            n += Skriv(til[n..], Regel.Typenavn(endring.Hendelsestype));
            n += Skriv(til[n..], "</ns2:hendelsetype>"u8);
            if (Regel.MedPekere)
                n += Pekere(til[n..], endring);
            n += Skriv(til[n..], "<ns2:ajourholdstidspunkt>"u8);
            n += Lokaltid(til[n..], endring.Ajourholdstidspunkt);
            n += Skriv(til[n..], "</ns2:ajourholdstidspunkt></ns2:hendelse></ns2:lagretHendelse></content></entry>"u8);
            Ut.Advance(n);
        }

        public override void Avslutt(long? siste, bool full, DateTimeOffset oppdatert)
        {
            var oppfoeringer = Ut.Skrevet.ToArray();
            Ut.Toem();
            Ut.Skriv("<?xml version=\"1.0\" encoding=\"UTF-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\">"u8);
            Tekst($"<id>{adresse}</id><title>Offentlig hendelsesliste</title><author><name>Skatteetaten</name></author>");
            Lenke("self", seq);
            Lenke("first", 0);
            if (full)
                Lenke("next", siste!.Value + 1);
            Span<byte> tid = stackalloc byte[40];
            Ut.Skriv("<updated>"u8);
            Ut.Skriv(tid[..Utctid(tid, oppdatert)]);
            Ut.Skriv("</updated>"u8);
            Ut.Skriv(oppfoeringer);
            Ut.Skriv("</feed>"u8);
        }

        private static int Pekere(Span<byte> til, in Personendring endring)
        {
            var n = Skriv(til, "<ns2:hendelsesdokument>"u8);
            n += Hendelsesdokument(til[n..], endring);
            n += Skriv(til[n..], "</ns2:hendelsesdokument>"u8);
            if (!Hendelsestyper.Om(endring.Hendelsestype).HarPersondokument)
                return n;
            n += Skriv(til[n..], "<ns2:persondokument>"u8);
            endring.Dokument.TryFormatUtf8(til[n..], out var sifre);
            n += sifre;
            return n + Skriv(til[n..], "</ns2:persondokument>"u8);
        }

        private void Lenke(string rel, long fra) =>
            Tekst($"<link rel=\"{rel}\" type=\"application/atom+xml\" href=\"{adresse}?seq={fra}\"/>");

        private void Tekst(string tekst) => Ut.Skriv(Encoding.UTF8.GetBytes(tekst));
    }
}
