using System.Net;
using System.Text;
using Felles.Client.Utfall;

namespace Felles.Client.Tests.Utfall;

public sealed class AvvisningsleserTests
{
    [Theory]
    [InlineData("""{"kode":"FREG-001","melding":"Ugyldig parameter"}""", "FREG-001", "Ugyldig parameter")]
    [InlineData("""{"httpStatus":406,"alvorlighetsgrad":"ERROR","feilkode":"F","feilmelding":"Ugyldig part"}""", "F", "Ugyldig part")]
    [InlineData("""{"httpStatus":404,"code":"C","message":"Not found"}""", "C", "Not found")]
    [InlineData("""{"error":"invalid_grant","error_description":"MP-124: …"}""", "invalid_grant", "MP-124: …")]
    [InlineData("""{"title":"The text is not JSON.","status":400,"kode":"ugyldig-json"}""", "ugyldig-json", "The text is not JSON.")]
    [InlineData("""{"title":"T","detail":"D","kode":"k"}""", "k", "D")]
    public void Every_form_the_services_use_is_read(string kropp, string kode, string melding)
    {
        var avvisning = Tolk(kropp);

        Assert.Equal((kode, melding), (avvisning.Kode, avvisning.Melding));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Support id 123</html>")]
    [InlineData("[]")]
    [InlineData("\"feil\"")]
    [InlineData("{}")]
    [InlineData("""{"kode":7,"melding":null,"funn":"x"}""")]
    public void Anything_else_gives_the_status(string kropp)
    {
        var avvisning = Tolk(kropp);

        Assert.Equal("400", avvisning.Kode);
        Assert.Contains("400", avvisning.Melding);
        Assert.Empty(avvisning.Feil);
    }

    [Fact]
    public void Faults_come_with_line_path_and_code()
    {
        var avvisning = Tolk("""
            {"kode":"flere-feil","title":"t","antallFunn":3001,"korrelasjonsid":"abc","funn":[
              {"linje":12,"sti":"navn[0].etternavn","kode":"mangler","melding":"m"},{"sti":"","kode":"k","melding":"n"},7]}
            """);

        Assert.Equal([new Inndatafeil(12, "navn[0].etternavn", "mangler", "m"), new Inndatafeil(null, "", "k", "n")], avvisning.Feil);
        Assert.Equal(3001, avvisning.AntallFeil);
        Assert.Equal("abc", avvisning.Korrelasjonsid);
    }

    [Theory]
    [InlineData(429, "/folkeregisteret/api/finans/v1/personer/soek", 1.5)]
    [InlineData(503, "/folkeregisteret/api/finans/v1/personer/soek", 1500)]
    [InlineData(429, "/felles/api/v1/personer", 1500)]
    public async Task The_wait_is_in_milliseconds_where_Folkeregisteret_refuses_a_call_too_many(int status, string sti, double sekunder)
    {
        using var svar = new HttpResponseMessage((HttpStatusCode)status)
        {
            RequestMessage = new HttpRequestMessage(HttpMethod.Get, "http://localhost" + sti), Headers = { { "Retry-After", "1500" } },
        };
        var avvisning = await Avvisningsleser.LesAsync(svar, TestContext.Current.CancellationToken);
        Assert.Equal(TimeSpan.FromSeconds(sekunder), avvisning.ProevIgjenOm);
    }

    private static Avvisning Tolk(string kropp) => Avvisningsleser.Tolk(HttpStatusCode.BadRequest, Encoding.UTF8.GetBytes(kropp));
}
