using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Felles.Folkeregister.Tests.Vert;
using Felles.Tilgang.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Felles.Folkeregister.Tests.Hendelser;

/// <summary>A receiver as a subscriber would write it: keeps all that comes, and answers as it is told to.</summary>
internal sealed class Webhookmottaker : IAsyncDisposable
{
    public const string Hemmelighet = "bare en prøve, men lang nok til å gjelde";

    private readonly WebApplication app;
    private readonly Lock laas = new();
    private readonly List<Levering> kommet = [];
    private readonly SemaphoreSlim nytt = new(0);

    private Webhookmottaker(WebApplication app) => this.app = app;

    /// <summary>What the attempt with this number, from 0, is answered; 200 unless set.</summary>
    public Func<int, HttpContext, Task> Svar { get; set; } = (_, _) => Task.CompletedTask;

    public string Adresse { get; private set; } = "";

    public IReadOnlyList<Levering> Kommet
    {
        get
        {
            lock (laas)
                return [.. kommet];
        }
    }

    public static async Task<Webhookmottaker> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        var mottaker = new Webhookmottaker(builder.Build());
        mottaker.app.Run(mottaker.TaImotAsync);
        await mottaker.app.StartAsync();
        mottaker.Adresse =
            mottaker.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return mottaker;
    }

    /// <summary>The settings of one subscriber at this receiver, as the next of the list.</summary>
    public Dictionary<string, string?> Abonner(
        string navn, string kode, Dictionary<string, string?>? til = null, string sti = "/inn", string hemmelighet = Hemmelighet)
    {
        til ??= [];
        var rot = $"Felles:Folkeregister:Webhooks:{til.Keys.Count(n => n.EndsWith(":Navn", StringComparison.Ordinal))}";
        til[rot + ":Navn"] = navn;
        til[rot + ":Orgnr"] = Registervert.Konsument.ToWire();
        til[rot + ":Pakke"] = Rettighetspakke.MedKode(kode)!.Navn;
        til[rot + ":Url"] = Adresse + sti;
        til[rot + ":Hemmelighet"] = hemmelighet;
        return til;
    }

    /// <summary>Waits for so many that were answered 2xx, at this path.</summary>
    public async Task<Levering[]> MottattAsync(int antall, string sti = "/inn")
    {
        using var frist = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var tatt = Kommet.Where(l => l.Status is >= 200 and < 300 && l.Sti == sti).ToArray();
            if (tatt.Length >= antall)
                return tatt;
            await nytt.WaitAsync(frist.Token);
        }
    }

    /// <summary>Waits for so many attempts, whatever they were answered.</summary>
    public async Task ForsoekAsync(int antall)
    {
        using var frist = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (Kommet.Count < antall)
            await nytt.WaitAsync(frist.Token);
    }

    public async ValueTask DisposeAsync()
    {
        using var straks = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(straks.Token);
        await app.DisposeAsync();
        nytt.Dispose();
    }

    private async Task TaImotAsync(HttpContext http)
    {
        using var lest = new MemoryStream();
        await http.Request.Body.CopyToAsync(lest);
        int nr;
        lock (laas)
            nr = kommet.Count;
        var hoder = http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var levering = new Levering(http.Request.Method, http.Request.Path + http.Request.QueryString, hoder, lest.ToArray());
        lock (laas)
            kommet.Add(levering);
        try
        {
            await Svar(nr, http);
        }
        catch (OperationCanceledException)
        {
            http.Response.StatusCode = 599;
        }

        levering.Status = http.Response.StatusCode;
        nytt.Release();
    }
}

internal sealed record Levering(string Metode, string Sti, Dictionary<string, string> Hoder, byte[] Bytes)
{
    private int status;

    /// <summary>What it was answered; 0 until then.</summary>
    public int Status
    {
        get => Volatile.Read(ref status);
        set => Volatile.Write(ref status, value);
    }

    public JsonElement Brev => JsonElement.Parse(Bytes);

    public string Tekst(string navn) => Brev.GetProperty(navn).GetString()!;

    public long Nr => long.Parse(Tekst("id"));

    public JsonElement Hendelse => Brev.GetProperty("data").GetProperty("hendelse");

    /// <summary>As docs/webhooks.md tells receivers to.</summary>
    public bool ErSignert(string hemmelighet, TimeSpan slingring)
    {
        var deler = Hoder["Felles-Signatur"].Split(',');
        var (t, v1) = (deler[0]["t=".Length..], deler[1]["v1=".Length..]);
        byte[] tekst = [.. Encoding.ASCII.GetBytes(t + "."), .. Bytes];
        var ventet = HMACSHA256.HashData(Encoding.UTF8.GetBytes(hemmelighet), tekst);
        var alder = TimeProvider.System.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(long.Parse(t));
        return alder.Duration() < slingring && CryptographicOperations.FixedTimeEquals(ventet, Convert.FromHexString(v1));
    }
}
