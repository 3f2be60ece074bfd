using System.Security.Cryptography.X509Certificates;
using Felles.Kernel.Identifikatorer;
using Felles.Maskinporten.Contracts;
using Felles.Testing.Maskinporten;

namespace Felles.Maskinporten.Tests;

/// <summary>A token server that believes issuers of the test, and a client of the kommune without registered keys.</summary>
public sealed class Sertifikatvert : IAsyncLifetime
{
    public const string Kommune = "315260183";
    public const string Bank = "310166138";
    public const string Scope = "folkeregister:deling/offentligmedhjemmel";

    internal Testpki Pki { get; } = new(TimeProvider.System.GetUtcNow());

    public Maskinportenvert Vert { get; private set; } = null!;

    public string ClientId { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Vert = await Maskinportenvert.StartAsync(innstillinger: Pki.Innstillinger);
        ClientId = await UtenNoeklerAsync(Vert);
    }

    public static async Task<string> UtenNoeklerAsync(Maskinportenvert vert, string orgnr = Kommune)
    {
        Assert.True(Organisasjonsnummer.TryParse(orgnr, out var eier));
        var svar = await vert.Klienter.RegistrerAsync(new NyKlient("uten nøkler", eier, [Scope], []), Maskinportenvert.Tester);
        return Assert.IsType<Klientsvar.Lagret>(svar).Klient.ClientId;
    }

    /// <summary>A good assertion of the client with this chain, signed by the first certificate's key.</summary>
    internal Assertion Assertion(params X509Certificate2[] kjede) => Assertion(Vert, ClientId, kjede);

    internal static Assertion Assertion(Maskinportenvert vert, string clientId, params X509Certificate2[] kjede) =>
        new Testklient(clientId, "", kjede[0].GetRSAPrivateKey()!, [Scope])
            .Assertion(Maskinportenvert.Issuer, vert.Klokke.GetUtcNow())
            .UtenHeader("kid").MedHeader("x5c", Testpki.X5c(kjede));

    public async ValueTask DisposeAsync()
    {
        await Vert.DisposeAsync();
        Pki.Dispose();
    }
}
