using System.Text;
using Felles.Kernel.Identifikatorer;

namespace Felles.Kernel.Tests.Identifikatorer;

public sealed class OffisielleVektorerTests
{
    public static TheoryData<Vektor> Vektorer { get; } = Vektor.Alle();

    [Fact]
    public void All_twenty_vectors_are_read() => Assert.Equal(20, Vektorer.Count);

    [Theory, MemberData(nameof(Vektorer))]
    public void The_verdict_agrees(Vektor vektor)
    {
        var gyldig = Folkeregisteridentifikator.TryParse(vektor.Nummer, out var id, out var feil);

        Assert.Equal(vektor.Regel2032, gyldig);
        Assert.Equal(Forventet(vektor), feil);
        if (!gyldig)
            return;
        Assert.Equal(vektor.Regel1964, id.FoelgerRegel1964);
        Assert.Equal(vektor.Syntetisk, id.ErSyntetisk);
        Assert.Equal(vektor.DNummer, id.Type == Identifikatortype.DNummer);
        Assert.Equal(vektor.Nummer, id.ToWire());
    }

    [Theory, MemberData(nameof(Vektorer))]
    public void The_rests_agree(Vektor vektor)
    {
        var sifre = vektor.Nummer.Select(tegn => (byte)(tegn - '0')).ToArray();

        Assert.Equal(vektor.Rest1, Foedselsnummerregel.Rest1(sifre));
        Assert.Equal(vektor.Rest2, Foedselsnummerregel.Rest2(sifre));
    }

    [Theory, MemberData(nameof(Vektorer))]
    public void Utf8_and_utf16_give_the_same_verdict(Vektor vektor)
    {
        var fraTekst = Folkeregisteridentifikator.TryParse(vektor.Nummer, out var a, out var feilTekst);
        var fraBytes = Folkeregisteridentifikator.TryParse(Encoding.UTF8.GetBytes(vektor.Nummer), out var b, out var feilBytes);

        Assert.Equal((fraTekst, a, feilTekst), (fraBytes, b, feilBytes));
    }

    private static Identifikatorfeil Forventet(Vektor vektor) => vektor switch
    {
        { GyldigDato: false } => Identifikatorfeil.UgyldigDato,
        { Regel2032: false } => Identifikatorfeil.UgyldigKontrollsiffer,
        _ => Identifikatorfeil.Ingen,
    };
}
