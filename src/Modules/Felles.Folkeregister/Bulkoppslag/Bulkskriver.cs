using System.Text;
using Felles.Folkeregister.Svar;

namespace Felles.Folkeregister.Bulkoppslag;

/// <summary>
/// The frame around the persons of a bulk answer. The XML names were never published; they follow the pattern of the person schema and the
/// name PersonBulkoppslagResponse of the OpenAPI document.
/// </summary>
internal abstract class Bulkskriver(Svarbuffer ut)
{
    protected Svarbuffer Ut { get; } = ut;

    public static Bulkskriver For(Svarformat format, Svarbuffer ut) => format == Svarformat.Json ? new Json(ut) : new Xml(ut);

    public abstract void Begynn();

    /// <param name="id">The number as it was ordered; not always a valid one.</param>
    /// <param name="person">The person in this form, without an XML declaration.</param>
    public abstract void Person(long id, ReadOnlySpan<byte> person);

    public abstract void Feilmelding(long id, string tekst);

    public abstract void Avslutt();

    protected void Tekst(string tekst) => Ut.Advance(Encoding.UTF8.GetBytes(tekst, Ut.GetSpan(tekst.Length * 3)));

    private sealed class Json(Svarbuffer ut) : Bulkskriver(ut)
    {
        private bool flere;

        public override void Begynn() => Ut.Skriv("{\"oppslag\":["u8);

        public override void Person(long id, ReadOnlySpan<byte> person)
        {
            Post(id);
            Ut.Skriv("\",\"folkeregisterperson\":"u8);
            Ut.Skriv(person);
            Ut.Skriv("}"u8);
        }

        public override void Feilmelding(long id, string tekst)
        {
            Post(id);
            Ut.Skriv("\",\"feilmelding\":{\"feilmelding\":\""u8);
            Tekst(tekst);
            Ut.Skriv("\"}}"u8);
        }

        public override void Avslutt() => Ut.Skriv("]}"u8);

        private void Post(long id)
        {
            Ut.Skriv(flere ? ",{\"foedselsEllerDNummer\":\""u8 : "{\"foedselsEllerDNummer\":\""u8);
            flere = true;
            Ut.SkrivNummer(id);
        }
    }

    private sealed class Xml(Svarbuffer ut) : Bulkskriver(ut)
    {
        public override void Begynn() => Ut.Skriv(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><personBulkoppslagResponse xmlns=\"folkeregisteret:tilgjengeliggjoering:person:v1:bulk:response\">"u8);

        public override void Person(long id, ReadOnlySpan<byte> person)
        {
            Post(id);
            Ut.Skriv(person);
            Ut.Skriv("</oppslag>"u8);
        }

        public override void Feilmelding(long id, string tekst)
        {
            Post(id);
            Ut.Skriv("<feilmelding><feilmelding>"u8);
            Tekst(tekst);
            Ut.Skriv("</feilmelding></feilmelding></oppslag>"u8);
        }

        public override void Avslutt() => Ut.Skriv("</personBulkoppslagResponse>"u8);

        private void Post(long id)
        {
            Ut.Skriv("<oppslag><foedselsEllerDNummer>"u8);
            Ut.SkrivNummer(id);
            Ut.Skriv("</foedselsEllerDNummer>"u8);
        }
    }
}
