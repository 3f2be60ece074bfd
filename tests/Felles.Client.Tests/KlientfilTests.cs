using System.Text.Json.Nodes;

namespace Felles.Client.Tests;

public sealed class KlientfilTests
{
    [Fact]
    public void A_client_file_of_the_sandbox_is_read_and_unknown_members_are_ignored()
    {
        var klient = Klientfiler.Les(Klientfiler.Ny().Json);

        Assert.Equal("kommune", klient.Navn);
        Assert.Equal("315502047", klient.Orgnr);
        Assert.Equal(["folkeregister:deling/offentligmedhjemmel"], klient.Scopes);
        Assert.Equal("kommune (315502047)", klient.ToString());
    }

    [Theory]
    [InlineData("", "is no client file")]
    [InlineData("{}", "is no client file")]
    [InlineData("[]", "is no client file")]
    [InlineData("null", "is no client file")]
    [InlineData("""{"navn":"x","orgnr":"315502048","client_id":"y","jwk":{}}""", "orgnr is not an organisation number")]
    public void A_file_of_another_kind_is_refused_with_the_reason(string innhold, string grunn)
    {
        var feil = Assert.Throws<KlientfilException>(() => Klientfiler.Les(innhold));

        Assert.Contains(grunn, feil.Message);
    }

    [Fact]
    public void An_absent_file_is_named()
    {
        var feil = Assert.Throws<KlientfilException>(() => Klientfil.Les("/finnes/ikke.json"));

        Assert.Contains("/finnes/ikke.json", feil.Message);
    }

    [Theory]
    [InlineData("d", "no private key")]
    [InlineData("kid", "no private key with a kid")]
    public void A_key_that_cannot_sign_is_refused_before_the_first_call(string medlem, string grunn)
    {
        var json = JsonNode.Parse(Klientfiler.Ny().Json)!;
        json["jwk"]!.AsObject().Remove(medlem);
        var klient = Klientfiler.Les(json.ToJsonString());

        var feil = Assert.Throws<KlientfilException>(() => new FellesKlient(new("http://localhost:5080"), klient).Dispose());

        Assert.Contains(grunn, feil.Message);
    }
}
