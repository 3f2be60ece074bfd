using Felles.Folkeregister.Tests.Registrering;
using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Tilgang.Contracts;

namespace Felles.Folkeregister.Tests.Hendelser;

/// <summary>Strange numbers, ids, marks and media types: a documented answer, never a 5xx.</summary>
public sealed class HendelsesfuzzTests
{
    private static readonly string[] Biter =
    [
        "0", "1", "9", "-", "+", ".", "e", "seq=", "&", "?", "%00", "%C0%AF", "%2F", "æ", "\"", "*", "W/", ",", ";", "9223372036854775807",
        "9223372036854775808", "a1b2c3d4e5f60718293a4b5c6d7e8f90", "ffffffff-ffff-ffff-ffff-ffffffffffff", "\\ud800", "<", "{", "[", " ",
    ];

    private static readonly int[] Dokumentert = [200, 304, 400, 403, 404, 406, 413, 415];

    [Theory, TestDatabases]
    public async Task Whatever_is_asked_of_the_services_of_events_the_answer_is_documented(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        await new Scene(vert, 63).SisteAsync();
        var merke = (await Feedklient.HentAsync(vert, "OMH", "?seq=1")).Merke!;
        var slump = new Random(5_060_708);
        var statuser = new Dictionary<int, int>();
        for (var n = 0; n < 4000; n++)
        {
            var svar = await ProevAsync(vert, slump, merke);
            Assert.True(Dokumentert.Contains(svar), $"{svar} for number {n}");
            statuser[svar] = statuser.GetValueOrDefault(svar) + 1;
        }

        Assert.All([200, 304, 400, 404], status => Assert.True(statuser.GetValueOrDefault(status) > 20, $"{status} came {statuser.GetValueOrDefault(status)} times"));
    }

    private static async Task<int> ProevAsync(Registervert vert, Random slump, string merke)
    {
        var pakke = slump.Next(2) == 0 ? Rettighetspakke.MedKode("OMH")! : Rettighetspakke.Alle[slump.Next(Rettighetspakke.Alle.Count)];
        var accept = new[] { "application/json", "application/atom+xml", "*/*", "text/plain", Hode(slump) }[slump.Next(5)];
        switch (slump.Next(4))
        {
            case 0:
                return (await Feedklient.HentAsync(vert, pakke.Kode, "?seq=" + Tekst(slump), accept, Hode(slump))).Status;
            case 1:
                var brutt = slump.Next(2) == 0 ? merke : merke.Insert(slump.Next(merke.Length), Hode(slump));
                return (await Feedklient.HentAsync(vert, "OMH", "?seq=1", "application/json", brutt)).Status;
            case 2:
                using (var svar = await vert.HentAsync(Register.Sti(pakke, "hendelser/" + Uri.EscapeDataString(Tekst(slump) + "x")), accept))
                    return (int)svar.StatusCode;
            default:
                using (var innhold = new StringContent("{\"dokumentidentifikator\":[" + (slump.Next(3) == 0 ? "" : $"\"{Tekst(slump)}\"") + "]}"))
                {
                    innhold.Headers.ContentType = new(slump.Next(4) == 0 ? "application/xml" : "application/json");
                    using var svar = await vert.SendAsync(HttpMethod.Post, Register.Sti(pakke, "hendelser/bulkoppslag"), innhold: innhold);
                    return (int)svar.StatusCode;
                }
        }
    }

    // The client sends no other characters in a header.
    private static string Hode(Random slump) => new([.. Tekst(slump).Where(char.IsAscii)]);

    private static string Tekst(Random slump) =>
        string.Concat(Enumerable.Range(0, slump.Next(1, 5)).Select(_ => Biter[slump.Next(Biter.Length)]));
}
