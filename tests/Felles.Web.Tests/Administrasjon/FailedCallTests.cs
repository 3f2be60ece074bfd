using System.Net;
using System.Net.Http.Headers;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;
using Felles.Web.Administrasjon;
using Felles.Web.Tests.Token;
using Felles.Web.Token;
using Felles.Web.Vert;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Felles.Web.Tests.Administrasjon;

public sealed class FailedCallTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("felles-web-");
    private readonly Tokenmaker maker = new();
    private Driftsadgang adgang = Driftsadgang.Gitt;
    private WebApplication? app;
    private HttpClient? client;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder([$"--Felles:DataDirectory={folder.FullName}", $"--Felles:PublicUrl={Tokenmaker.Audience}"]);
        builder.Logging.ClearProviders();
        builder.Services.AddStorage(builder.Configuration).AddTokenCheck(builder.Configuration)
            .AddSingleton<ISigningKeySource>(maker).AddSingleton<Driftskontroll>(virksomhet => adgang);
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseErrorBoundary();
        var gruppe = app.MapAdministrasjon();
        gruppe.MapPost("/ok", () => Results.NoContent());
        gruppe.MapPost("/feil", IResult () => throw new InvalidOperationException("24907999374"));
        gruppe.MapPost("/database", IResult () => throw new DatabaseUnavailableException("away"));
        gruppe.MapPost("/stor", IResult () => throw new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge));
        await app.StartAsync();
        client = new HttpClient
        {
            BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
        };
        var token = maker.Token(TimeProvider.System.GetUtcNow(), c => c["scope"] = AdministrasjonRuter.Scope);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        maker.Dispose();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("ok", HttpStatusCode.NoContent, "ok")]
    [InlineData("feil", HttpStatusCode.InternalServerError, "uventet-feil")]
    [InlineData("database", HttpStatusCode.ServiceUnavailable, "database-utilgjengelig")]
    [InlineData("stor", HttpStatusCode.RequestEntityTooLarge, "for-stor-kropp")]
    public async Task Every_call_leaves_a_record_with_its_outcome(string path, HttpStatusCode status, string outcome)
    {
        Assert.Equal(status, await CallAsync(path));
        Assert.Equal(($"{AdministrasjonRuter.Rot}/{path}", (int)status, outcome), await LastAsync());
    }

    [Fact]
    public async Task A_host_that_does_not_know_who_has_access_lets_nobody_in()
    {
        adgang = Driftsadgang.Utdatert;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await CallAsync("ok"));
        Assert.Equal((AdministrasjonRuter.Rot + "/ok", 503, "tilgang-utdatert"), await LastAsync());
        adgang = Driftsadgang.IkkeGitt;
        Assert.Equal(HttpStatusCode.Forbidden, await CallAsync("ok"));
        Assert.Equal((AdministrasjonRuter.Rot + "/ok", 403, "drift-ikke-tildelt"), await LastAsync());
    }

    private async Task<HttpStatusCode> CallAsync(string path)
    {
        using var answer = await client!.PostAsync($"{AdministrasjonRuter.Rot}/{path}", null);
        return answer.StatusCode;
    }

    private async Task<(string Rute, int Status, string Utfall)> LastAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        Assert.True(Organisasjonsnummer.TryParse("974761076", out var konsument));
        var reader = app!.Services.GetRequiredService<LookupLogReader>();
        var page = await reader.ForKonsumentAsync(konsument, now.AddMinutes(-10), now.AddMinutes(1));
        var record = page.Lookups[0].Record;
        return (record.Rute, record.Status, record.Utfall);
    }
}
