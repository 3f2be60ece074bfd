using System.Text;
using Felles.Kernel.Identifikatorer;

namespace Felles.Kernel.Tests.Identifikatorer;

public sealed class FolkeregisteridentifikatorTests
{
    [Theory]
    [InlineData("")]
    [InlineData("1483854124")]
    [InlineData("148385412411")]
    [InlineData("1483854124 ")]
    [InlineData("+4838541241")]
    [InlineData("14838541٢41")]
    [InlineData("148385-1241")]
    public void Anything_but_eleven_ascii_digits_is_refused(string tekst)
    {
        Assert.False(Folkeregisteridentifikator.TryParse(tekst, out _, out var feil));
        Assert.Equal(Identifikatorfeil.IkkeElleveSifre, feil);
    }

    [Theory]
    [InlineData("00000000000", "day 0")]
    [InlineData("32018512345", "day 32")]
    [InlineData("40018512345", "day 40 is neither a day nor a D-number's day")]
    [InlineData("72018512345", "D-number's day 32")]
    [InlineData("31048512345", "31 April")]
    [InlineData("01138512345", "month 13")]
    [InlineData("01538512345", "month 53")]
    [InlineData("01668512345", "month 66, another agency's series")]
    [InlineData("01808512345", "month 80")]
    [InlineData("01938512345", "month 93")]
    [InlineData("29020112345", "29 February 2001")]
    [InlineData("30020012345", "30 February")]
    public void An_impossible_date_is_refused(string tekst, string hvorfor)
    {
        Assert.False(Folkeregisteridentifikator.TryParse(tekst, out _, out var feil), hvorfor);
        Assert.Equal(Identifikatorfeil.UgyldigDato, feil);
    }

    [Theory]
    [InlineData("14838541242")]
    [InlineData("14838541251")]
    [InlineData("20036914712")]
    public void A_wrong_check_digit_is_refused(string tekst)
    {
        Assert.False(Folkeregisteridentifikator.TryParse(tekst, out _, out var feil));
        Assert.Equal(Identifikatorfeil.UgyldigKontrollsiffer, feil);
    }

    [Theory]
    [InlineData("01418512345")]
    [InlineData("31528512345")]
    [InlineData("41418512345")]
    public void The_series_with_40_on_the_month_is_recognised_and_refused(string tekst)
    {
        Assert.False(Folkeregisteridentifikator.TryParse(tekst, out var id, out var feil));
        Assert.Equal(Identifikatorfeil.Maaned40, feil);
        Assert.Equal(default, id);
    }

    [Theory]
    [InlineData("14838541241")]
    [InlineData("27867248892")]
    [InlineData("08846845578")]
    [InlineData("59859943122")]
    [InlineData("46825700617")]
    public void Published_synthetic_numbers_are_read(string tekst)
    {
        Assert.True(Folkeregisteridentifikator.TryParse(tekst, out var id));
        Assert.True(id.ErSyntetisk);
        Assert.True(id.FoelgerRegel1964);
    }

    [Fact]
    public void Ordering_and_equality_follow_the_digits()
    {
        Assert.True(Folkeregisteridentifikator.TryParse("08846845578", out var lav));
        Assert.True(Folkeregisteridentifikator.TryParse("27867248892", out var hoey));

        Assert.True(lav.CompareTo(hoey) < 0);
        Assert.True(lav != hoey);
        Assert.True(lav == Folkeregisteridentifikator.FromValue(8846845578));
        Assert.Equal(lav.GetHashCode(), Folkeregisteridentifikator.FromValue(8846845578).GetHashCode());
    }

    [Fact]
    public void Text_is_masked_wherever_it_is_made_by_accident()
    {
        Assert.True(Folkeregisteridentifikator.TryParse("14838541241", out var id));

        Assert.Equal("***********", id.ToString());
        Assert.Equal("Fant ***********", $"Fant {id}");
        Assert.DoesNotContain(id.ToWire(), new { Id = id }.ToString());
    }

    [Fact]
    public void Formatting_keeps_the_leading_zero_and_needs_eleven_places()
    {
        var id = Folkeregisteridentifikator.FromValue(8846845578);
        Span<char> tegn = stackalloc char[12];
        Span<byte> bytes = stackalloc byte[12];

        Assert.Equal("08846845578", id.ToWire());
        Assert.True(id.TryFormat(tegn, out var skrevet));
        Assert.Equal("08846845578", tegn[..skrevet].ToString());
        Assert.True(id.TryFormatUtf8(bytes, out skrevet));
        Assert.Equal("08846845578", Encoding.ASCII.GetString(bytes[..skrevet]));
        Assert.False(id.TryFormat(tegn[..10], out skrevet));
        Assert.Equal(0, skrevet);
        Assert.False(id.TryFormatUtf8(bytes[..10], out _));
    }

    [Fact]
    public void Parsing_and_formatting_allocate_nothing()
    {
        var bytes = "14838541241"u8.ToArray();
        var ut = new byte[11];
        Runde(bytes, ut, 1);

        var foer = GC.GetAllocatedBytesForCurrentThread();
        Runde(bytes, ut, 1_000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - foer);
        Assert.Equal(bytes, ut);
    }

    private static void Runde(byte[] bytes, byte[] ut, int ganger)
    {
        for (var i = 0; i < ganger; i++)
        {
            Assert.True(Folkeregisteridentifikator.TryParse(bytes.AsSpan(), out var id));
            Assert.True(Folkeregisteridentifikator.TryParse("59859943122", out _, out _));
            _ = id.Foedselsdato;
            _ = id.Kjoenn;
            id.TryFormatUtf8(ut, out _);
        }
    }
}
