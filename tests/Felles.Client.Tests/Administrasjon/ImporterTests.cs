using System.Net;
using System.Text;
using Felles.Client.Administrasjon;
using Felles.Client.Tests.Token;
using Felles.Client.Utfall;

namespace Felles.Client.Tests.Administrasjon;

/// <summary>A service that refuses the first token, after it has read the body.</summary>
public sealed class ImporterTests : IDisposable
{
    private readonly List<string> _kropper = [];
    private readonly FellesKlient _klient;

    public ImporterTests()
    {
        var (json, _) = Klientfiler.Ny();
        _klient = new(new("http://felles.test"), Klientfiler.Les(json), new Tokentjener { Tjeneste = TaImotAsync });
    }

    public void Dispose() => _klient.Dispose();

    [Fact]
    public async Task A_refused_token_is_replaced_and_the_file_sent_again_from_where_it_stood()
    {
        using var fil = new MemoryStream(Encoding.UTF8.GetBytes("hode\nen\nto\n")) { Position = 5 };

        var svar = await _klient.Administrasjon.ImporterAsync(Registertype.Personer, fil, TestContext.Current.CancellationToken);

        Assert.Equal(new Importkvittering(2, 2, 0, 0), Assert.IsType<Svar<Importkvittering>.Godtatt>(svar).Verdi);
        Assert.Equal(["en\nto\n", "en\nto\n"], _kropper);
    }

    [Fact]
    public async Task A_stream_that_cannot_be_read_again_is_sent_once_and_the_refusal_is_told()
    {
        using var fil = new Roer("en\nto\n");

        var svar = await _klient.Administrasjon.ImporterAsync(Registertype.Personer, fil, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, Assert.IsType<Svar<Importkvittering>.Avvist>(svar).Grunn.Status);
        Assert.Equal(["en\nto\n"], _kropper);

        // The refused token is forgotten: the next file goes with a new one.
        using var neste = new Roer("tre\nfire\n");
        Assert.IsType<Svar<Importkvittering>.Godtatt>(
            await _klient.Administrasjon.ImporterAsync(Registertype.Personer, neste, TestContext.Current.CancellationToken));
    }

    private async Task<HttpResponseMessage> TaImotAsync(HttpRequestMessage melding)
    {
        _kropper.Add(await melding.Content!.ReadAsStringAsync());
        return melding.Headers.Authorization?.Parameter == "token-1"
            ? new HttpResponseMessage(HttpStatusCode.Unauthorized)
            : new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent("""{"lest":2,"nye":2,"endret":0,"uendret":0}""", Encoding.UTF8, "application/json"),
            };
    }

    private sealed class Roer(string innhold) : MemoryStream(Encoding.UTF8.GetBytes(innhold))
    {
        public override bool CanSeek => false;

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }
    }
}
