using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Felles.Bench.Maaling;
using Felles.Client;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Bench.Scenarier;

/// <summary>
/// Tokens from Maskinporten beside what no server can avoid: one RSA verification with the client's key and one signature with the
/// server's, both of the same lengths. Compared by CPU time, because the load generator and the server share the machine.
/// </summary>
internal static class Token
{
    // All assertions are made before the measurement and must live through it; each is used once.
    private const int Assertions = 12_000;
    private const int Connections = 32;
    private const string Scope = "folkeregister:deling/offentligmedhjemmel";

    public static async Task<int> RunAsync()
    {
        await using var sandkasse = await Sandkasse.StartAsync(database: null, persons: 400);
        var issuer = new Uri(sandkasse.Server.Address, "/maskinporten/").ToString();
        var client = sandkasse.ClientFile("kommune");
        await RoundAsync(sandkasse, client, issuer, 2_000);
        var rounds = new List<(Measured Felles, double BareMicroseconds)>();
        for (var i = 0; i < 3; i++)
        {
            var bare = Bare(client);
            var felles = await RoundAsync(sandkasse, client, issuer, Assertions);
            rounds.Add((felles, bare));
            Console.WriteLine(
                $"  {felles.Load.PerSecond,8:0}/s {felles.CpuMicroseconds,7:0} µs | verify and sign {bare,7:0} µs | "
                + $"{bare / felles.CpuMicroseconds:0.00}");
        }

        var ratio = Results.Median(rounds.Select(r => r.BareMicroseconds / r.Felles.CpuMicroseconds));
        var raw = rounds.Select(r => new { r.Felles, r.BareMicroseconds });
        Results.Keep("token", new { generator = "HttpClient", Connections, rounds = raw, ratio });
        Console.WriteLine($"{ratio:0.00} of the rate of bare verify and sign with keys of the same length (bar ≥ 0.6)");
        return ratio >= .6 ? 0 : 1;
    }

    /// <summary>CPU microseconds of RSA.VerifyData and RSA.SignData, 2048 bits, over texts of the lengths that are signed here.</summary>
    private static double Bare(Klientfil client)
    {
        const int Times = 2_000;
        using var clientKey = RSA.Create(Key(client));
        using var serverKey = RSA.Create(2048);
        var assertion = RandomNumberGenerator.GetBytes(600);
        var token = RandomNumberGenerator.GetBytes(700);
        var signature = clientKey.SignData(assertion, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var self = Process.GetCurrentProcess();
        var before = ProcessCpu.Of(self);
        for (var i = 0; i < Times; i++)
        {
            if (!clientKey.VerifyData(assertion, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
            {
                throw new InvalidOperationException("The signature does not hold.");
            }

            serverKey.SignData(token, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        return (ProcessCpu.Of(self) - before).TotalMicroseconds / Times;
    }

    private static async Task<Measured> RoundAsync(Sandkasse sandkasse, Klientfil client, string issuer, int count)
    {
        var bodies = Sign(client, issuer, count);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections });
        var address = new Uri(issuer + "token");
        var next = -1;
        return await sandkasse.Server.MeasureAsync(async _ =>
        {
            var clock = Stopwatch.StartNew();
            var callers = Enumerable.Range(0, Connections).Select(async _ =>
            {
                while (Interlocked.Increment(ref next) is var i && i < bodies.Length)
                {
                    using var content = new ByteArrayContent(bodies[i]);
                    content.Headers.ContentType = new("application/x-www-form-urlencoded");
                    using var answer = await http.PostAsync(address, content);
                    if (!answer.IsSuccessStatusCode)
                    {
                        throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
                    }
                }
            });
            await Task.WhenAll(callers);
            return new Load(count, count / clock.Elapsed.TotalSeconds, "", "");
        });
    }

    private static byte[][] Sign(Klientfil client, string issuer, int count)
    {
        using var rsa = RSA.Create(Key(client));
        // The default factory remembers the provider by the key's id, with an RSA object that this method has disposed of.
        var key = new RsaSecurityKey(rsa)
        {
            KeyId = client.Jwk.GetProperty("kid").GetString(),
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };
        var credentials = new SigningCredentials(key, "RS256");
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var bodies = new byte[count][];
        for (var i = 0; i < count; i++)
        {
            var assertion = handler.CreateToken(new SecurityTokenDescriptor
            {
                Issuer = client.ClientId,
                Audience = issuer,
                IssuedAt = now,
                Expires = now.AddSeconds(120),
                Claims = new Dictionary<string, object> { ["scope"] = Scope, ["jti"] = Guid.NewGuid().ToString() },
                SigningCredentials = credentials,
            });
            bodies[i] = Encoding.ASCII.GetBytes("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=" + assertion);
        }

        return bodies;
    }

    private static RSAParameters Key(Klientfil client)
    {
        byte[] Number(string name) => Base64UrlEncoder.DecodeBytes(client.Jwk.GetProperty(name).GetString());
        return new RSAParameters
        {
            Modulus = Number("n"),
            Exponent = Number("e"),
            D = Number("d"),
            P = Number("p"),
            Q = Number("q"),
            DP = Number("dp"),
            DQ = Number("dq"),
            InverseQ = Number("qi"),
        };
    }
}
