using Felles.Storage;
using Felles.Testing.Maskinporten;

namespace Felles.Maskinporten.Tests;

/// <summary>A token server and another one on the same database: beside it on PostgreSQL, after it on SQLite.</summary>
internal sealed class Vertspar : IAsyncDisposable
{
    private readonly Dialect dialect;
    private readonly List<Maskinportenvert> levende = [];

    private Vertspar(Dialect dialect, Maskinportenvert foerste)
    {
        this.dialect = dialect;
        Foerste = foerste;
        Klient = foerste.Klient("kommune");
        levende.Add(foerste);
    }

    public Maskinportenvert Foerste { get; }

    /// <summary>The first host's client, known to both.</summary>
    public Testklient Klient { get; }

    public IReadOnlyList<Maskinportenvert> Levende => levende;

    public static async Task<Vertspar> StartAsync(Dialect dialect) => new(dialect, await Maskinportenvert.StartAsync(dialect));

    public async Task<Maskinportenvert> AndreAsync()
    {
        if (dialect == Dialect.PostgreSql)
        {
            levende.Add(await Maskinportenvert.StartAsync(dialect, sammeDatabaseSom: Foerste));
            return levende[^1];
        }

        await Foerste.StoppAsync();
        levende[0] = await Maskinportenvert.StartPaaAsync(Foerste.Mappe);
        return levende[0];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var vert in levende)
            await vert.DisposeAsync();
    }
}

internal static class Ventet
{
    /// <summary>What one host does is true on all within a second; a loaded test machine gets ten.</summary>
    public static async Task PaaAsync(Func<Task<bool>> sant)
    {
        using var grense = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!await sant())
            await Task.Delay(20, grense.Token);
    }
}
