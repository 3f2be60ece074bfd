using System.Buffers;
using System.Text;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Folkeregister.Persondokument.Xml;
using Felles.Folkeregister.Tests.Persondokument.Bygging;
using Felles.Folkeregister.Tests.Persondokument.Xml;
using FsCheck;
using FsCheck.Fluent;

namespace Felles.Folkeregister.Tests.Persondokument;

/// <summary>What goes in comes out equal – by every way through the register.</summary>
public sealed class RundturTests
{
    public static TheoryData<string> Eksempler => Dokumenter.Eksempler;

    [Theory]
    [MemberData(nameof(Eksempler))]
    public void A_sample_comes_out_member_for_member_and_digit_for_digit(string navn)
    {
        var inn = Dokumenter.Eksempel(navn);
        var (dokument, _) = Dokumenter.Les(Encoding.UTF8.GetString(inn)).Godtatt();
        Assert.Equal(Dokumenter.Kompakt(inn), Encoding.UTF8.GetString(dokument));
    }

    [Theory]
    [MemberData(nameof(Eksempler))]
    public void A_sample_says_the_same_in_every_form(string navn) => AlleFormer(Dokumenter.Kompakt(Dokumenter.Eksempel(navn)));

    [Fact]
    public void A_document_drawn_from_the_schema_says_the_same_in_every_form() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), froe => AlleFormer(new Tilfeldigdokument(froe).Lag()))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_document_with_every_optional_member_says_the_same_in_every_form()
    {
        for (var froe = 0; froe < 40; froe++)
            AlleFormer(new Tilfeldigdokument(froe, alt: true).Lag());
    }

    [Fact]
    public void Order_white_space_escapes_null_and_empty_lists_do_not_count() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), froe =>
        {
            var dokument = new Tilfeldigdokument(froe).Lag();
            var (lest, _) = Dokumenter.Les(new Rotetdokument(froe).Av(dokument)).Godtatt();
            Assert.Equal(dokument, Encoding.UTF8.GetString(lest));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_document_without_entries_is_an_empty_object()
    {
        AlleFormer("{}");
        Assert.Equal("{}", Encoding.UTF8.GetString(Dokumenter.Les("""{"navn":[],"doedsfall":null}""").Godtatt().Dokument));
    }

    private static void AlleFormer(string dokument)
    {
        var (lest, indeks) = Dokumenter.Les(dokument).Godtatt();
        Assert.Equal(dokument, Encoding.UTF8.GetString(lest));

        var person = Personleser.Les(lest);
        var skriver = new Personskriver();
        Assert.Equal(dokument, Encoding.UTF8.GetString(skriver.Skriv(person).Span));
        Assert.Equal(indeks, skriver.Indeks());
        Assert.Equal(person, Personleser.Les(skriver.Skriv(person).Span));
        Peker(lest, indeks);

        var xml = new ArrayBufferWriter<byte>();
        Xmlskriver.Skriv(lest, xml);
        var (fraXml, indeksFraXml) = new Xmldokumentleser().Les(new MemoryStream(xml.WrittenSpan.ToArray())).Godtatt();
        Assert.Equal(dokument, Encoding.UTF8.GetString(fraXml));
        Assert.Equal(indeks, indeksFraXml);
    }

    private static void Peker(byte[] dokument, byte[] indeks)
    {
        Assert.True(Dokumentindeks.TryLes(indeks, dokument.Length, out var poster));
        for (var nr = 0; nr < poster.Antall; nr++)
        {
            var oppfoering = Dokumenter.Json(dokument.AsSpan(poster[nr].Start, poster[nr].Lengde));
            var gjeldende = !oppfoering.TryGetProperty("erGjeldende", out var svar) || svar.GetBoolean();
            Assert.Equal(gjeldende, poster[nr].Gjeldende);
            if (oppfoering.TryGetProperty("adressegradering", out var gradering) || oppfoering.TryGetProperty("graderingsnivaa", out gradering))
                Assert.Equal(gradering.GetString(), poster[nr].Gradering.ToString(), ignoreCase: true);
        }
    }
}
