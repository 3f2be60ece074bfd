using System.Net.Sockets;
using System.Text;
using Felles.Folkeregister.Tests.Import;
using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Tilgang.Contracts;

namespace Felles.Folkeregister.Tests.Oppslag;

/// <summary>
/// Good requests to every route of the module, broken in one to four places, sent as raw bytes so that no client library mends them.
/// Whatever comes, the answer is never a 5xx, and nothing is stored. Without an answer may go a mangled first line, and a sender who hangs
/// up because the request promised more than it had.
/// </summary>
public sealed class FuzzTests
{
    private const int Forespoersler = 20_000;
    private const int Samtidige = 16;
    private const int Taalmodighet = 500;
    private const int MaksUtenSvar = 200;

    // Refused whatever is done to the rest: an import is taken whole or not at all.
    private static readonly string BruttLinje = "{\"navn\":[" + new string('x', 200);

    [Theory, TestDatabases]
    public async Task Twenty_thousand_mutated_requests_never_give_a_5xx_and_store_nothing(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        var foer = await TilstandAsync(vert);
        var statuser = new int[600];
        var linjer = await Task.WhenAll(Enumerable.Range(0, Samtidige).Select(traad => Task.Run(() => KjoerAsync(vert, traad, statuser))));

        Assert.Empty(linjer.SelectMany(l => l));
        Assert.Equal(Forespoersler, statuser.Sum());
        // Mutations must not be so wild that nothing reaches the services, nor so tame that nothing is wrong.
        foreach (var status in new[] { 200, 400, 401, 404, 406 })
            Assert.True(statuser[status] > 50, $"{status} came {statuser[status]} times");
        Assert.True(statuser[0] <= MaksUtenSvar, $"{statuser[0]} had no answer");
        Assert.Equal(foer, await TilstandAsync(vert));
        using var etterpaa = await vert.HentAsync(Register.Omh($"personer/{Register.Kari.ToWire()}"));
        Assert.Equal(200, (int)etterpaa.StatusCode);
    }

    private static async Task<List<string>> KjoerAsync(Registervert vert, int traad, int[] statuser)
    {
        var feil = new List<string>();
        var slump = new Random(20_321_001 + traad);
        for (var nr = traad; nr < Forespoersler; nr += Samtidige)
        {
            var (melding, linje) = Lag(vert, slump);
            var (status, lagtPaa) = await SendAsync(vert.Adresse, melding);
            Interlocked.Increment(ref statuser[status]);
            // 505 is the server's word on an unknown HTTP version (RFC 9110 §15.6.6), before there is a request.
            var helLinje = melding.AsSpan().StartsWith(linje);
            if (status is >= 500 and not 505 || (helLinje && (status is 505 || (status == 0 && !lagtPaa))))
                feil.Add($"{status} for request {nr}: {Encoding.Latin1.GetString(melding).Replace(vert.Bearer, "TOKEN", StringComparison.Ordinal)}");
        }

        return feil;
    }

    /// <summary>The request, and its first line as it was before it was broken.</summary>
    private static (byte[] Melding, byte[] Linje) Lag(Registervert vert, Random slump)
    {
        var pakke = Rettighetspakke.Alle[slump.Next(Rettighetspakke.Alle.Count)];
        if (slump.Next(3) > 0)
            pakke = Rettighetspakke.MedKode("OMH")!;
        string[] deler = ["", "?part=navn", "?part=historikk&part=person-basis", "?part=relasjon-utvidet&x=%41", "?somBestilt=true&part=status"];
        string[] accept = ["application/json", "application/xml", "*/*", "application/xml;q=0.5, application/json;q=0.4", ""];
        var token = slump.Next(20) == 0 ? "eyJhbGciOiJSUzI1NiJ9.e30.AA" : vert.Bearer;
        var hode = $"Host: {vert.Adresse.Authority}\r\nAuthorization: Bearer {token}\r\nAccept: {accept[slump.Next(accept.Length)]}\r\nConnection: close\r\n";
        var person = slump.Next(2) == 0 ? Register.Kari.ToWire() : Register.KarisDNummer.ToWire();
        var del = deler[slump.Next(deler.Length)];
        var bulk = Register.Sti(pakke, "personer/bulkoppslag") + del;
        var hent = slump.Next(10) == 0 ? "HEAD" : "GET";
        switch (slump.Next(12))
        {
            case < 3:
                return Hent($"{hent} {Register.Sti(pakke, "personer/" + person)}{del}", hode, slump);
            case < 5:
                return Hent(
                    $"{hent} {Register.Sti(pakke, "personer/soek")}?kjoenn=kvinne&foedselsaarFraOgMed=1980&maksTreff=10", hode, slump);
            case 5:
                return Hent($"{hent} {Tjenestested(pakke, slump)}", hode, slump);
            case 6:
                return Hent($"{hent} /felles/api/v1/personer", hode, slump);
            case 7:
                var linjer = $"{BruttLinje}\n{new Personbygger(Register.Kari).Json()}\n";
                return Send("/felles/api/v1/personer", hode, "application/x-ndjson", linjer, slump);
            case < 10:
                var json = $$"""{"foedselsEllerDNummer":["{{person}}","{{Register.Ola.ToWire()}}"]}""";
                return Send(bulk, hode, "application/json", json, slump);
            default:
                var xml = $"<b><foedselsEllerDNummer>{person}</foedselsEllerDNummer></b>";
                return Send(bulk, hode, "application/xml", xml, slump);
        }
    }

    private static string Tjenestested(Rettighetspakke pakke, Random slump)
    {
        string[] andre =
        [
            "personer/entydigsoek?navn=RASK%20TREKANT", "personer/xsd", "personer/bulkoppslag",
            "personer/arkiv/0123456789abcdef0123456789abcdef", "hendelser/feed?seq=1", "uttrekk/komplett", "",
        ];
        return Register.Sti(pakke, andre[slump.Next(andre.Length)]);
    }

    private static (byte[] Melding, byte[] Linje) Hent(string hva, string hode, Random slump)
    {
        var linje = Bytes($"{hva} HTTP/1.1\r\n");
        return (Muter([.. linje, .. Bytes($"{hode}\r\n")], slump), linje);
    }

    // The length is told of the broken body, mostly: a wrong one only makes the server wait.
    private static (byte[] Melding, byte[] Linje) Send(string sti, string hode, string type, string kropp, Random slump)
    {
        var hvor = slump.Next(5); // the head, the body or, seldom, both: never neither
        var brutt = hvor == 0 ? Bytes(kropp) : Muter(Bytes(kropp), slump);
        var lengde = brutt.Length + (slump.Next(50) == 0 ? slump.Next(-5, 5) : 0);
        var linje = Bytes($"POST {sti} HTTP/1.1\r\n");
        byte[] start = [.. linje, .. Bytes($"{hode}Content-Type: {type}\r\nContent-Length: {lengde}\r\n\r\n")];
        return ([.. hvor is 0 or 4 ? Muter(start, slump) : start, .. brutt], linje);
    }

    private static byte[] Bytes(string tekst) => Encoding.Latin1.GetBytes(tekst);

    private static byte[] Muter(byte[] melding, Random slump)
    {
        while (true)
        {
            var brutt = MuterEnGang(melding, slump);
            if (!brutt.AsSpan().SequenceEqual(melding))
                return brutt;
        }
    }

    private static byte[] MuterEnGang(byte[] melding, Random slump)
    {
        var bytes = melding.ToList();
        for (var ganger = slump.Next(1, 5); ganger > 0; ganger--)
        {
            // Mostly the first line, which the services read; the token after it is long and would take most hits.
            var plass = slump.Next(5) > 0 ? slump.Next(Math.Min(bytes.Count, 160)) : slump.Next(bytes.Count);
            switch (slump.Next(7))
            {
                case 0:
                    bytes[plass] = (byte)slump.Next(256);
                    break;
                case 1:
                    bytes.Insert(plass, (byte)slump.Next(256));
                    break;
                case 2:
                    bytes.RemoveAt(plass);
                    break;
                case 3:
                    bytes.InsertRange(plass, Bytes("%" + slump.Next(256).ToString("X2")));
                    break;
                case 4:
                    bytes.InsertRange(plass, bytes.GetRange(plass, Math.Min(slump.Next(1, 30), bytes.Count - plass)));
                    break;
                case 5:
                    bytes.InsertRange(plass, Bytes(new[] { "%00", "%2F..%2F", "\0", "æ", "%C0%AF", "&part=", "'\"<>", "[{\"", "\\ud800", "9999999999999" }[slump.Next(10)]));
                    break;
                default:
                    bytes.RemoveRange(plass, Math.Min(slump.Next(1, 20), bytes.Count - plass));
                    break;
            }

            if (bytes.Count == 0)
                break;
        }

        return [.. bytes];
    }

    /// <summary>The status of the answer; 0 when the server closed the connection without one.</summary>
    private static async Task<(int Status, bool LagtPaa)> SendAsync(Uri adresse, byte[] melding)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var lagtPaa = false;
        await socket.ConnectAsync(adresse.Host, adresse.Port);
        try
        {
            await socket.SendAsync(melding);
            var buffer = new byte[64];
            var lest = 0;
            while (lest < 12)
            {
                var mottak = socket.ReceiveAsync(buffer.AsMemory(lest)).AsTask();
                // A request that promises more body than it has would wait for the rest: its sender hangs up.
                if (await Task.WhenAny(mottak, Task.Delay(Taalmodighet)) != mottak)
                {
                    lagtPaa = true;
                    socket.Shutdown(SocketShutdown.Send);
                }

                var n = await mottak;
                if (n == 0)
                    return (0, lagtPaa);
                lest += n;
            }

            return (int.TryParse(Encoding.ASCII.GetString(buffer, 9, 3), out var status) ? status : 0, lagtPaa);
        }
        catch (SocketException)
        {
            return (0, lagtPaa);
        }
    }

    private static async Task<string> TilstandAsync(Registervert vert) =>
        string.Join('\n', await ImportTests.EksporterAsync(vert))
        + await ImportTests.TellAsync(vert, "select count(*) from folkeregister.versjon")
        + await ImportTests.TellAsync(vert, "select count(*) from folkeregister.person");
}
