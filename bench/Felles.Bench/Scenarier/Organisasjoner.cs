using System.Text;
using Felles.Client.Administrasjon;
using Felles.Kernel.Identifikatorer;

namespace Felles.Bench.Scenarier;

/// <summary>Organisations with rights, given through the administration API as an agency would.</summary>
internal static class Organisasjoner
{
    public static async Task GiRettigheterAsync(Sandkasse sandkasse, int count, string scope)
    {
        using var drift = sandkasse.Client("drift");
        var numbers = Numre().Take(count).ToList();
        // Rights are given to organisations of the register only.
        var lines = string.Concat(numbers.Select(n => $$$"""{"organisasjonsnummer":"{{{n}}}","navn":"TIGER","organisasjonsform":{"kode":"AS"}}""" + "\n"));
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(lines));
        var imported = await drift.Administrasjon.ImporterAsync(Registertype.Virksomheter, file);
        imported.Match(_ => true, a => throw new InvalidOperationException(a.ToString()));
        using var http = await sandkasse.HttpAsync("drift", "felles:drift");
        using var slots = new SemaphoreSlim(64);
        var work = numbers.Select(async number =>
        {
            await slots.WaitAsync();
            try
            {
                var answer = await drift.Administrasjon.GiScopeAsync(number, scope);
                answer.Match(_ => true, a => throw new InvalidOperationException(a.ToString()));
                using var opened = await http.PutAsync($"/felles/api/v1/pakker/{number}/offentlig-med-hjemmel", content: null);
                opened.EnsureSuccessStatusCode();
            }
            finally
            {
                slots.Release();
            }
        });
        await Task.WhenAll(work);
    }

    // 319xxxxxx: valid numbers of the synthetic series that no organisation of the population has.
    private static IEnumerable<Organisasjonsnummer> Numre()
    {
        for (var i = 319_000_000; i < 320_000_000; i++)
        {
            if (Organisasjonsnummer.TryParse(i.ToString(), out var number))
            {
                yield return number;
            }
        }
    }
}
