using Dapper;
using Felles.Storage;

namespace Felles.Folkeregister.Hendelser.Rydding;

/// <summary>
/// Removes event documents and superseded person documents older than a limit, the oldest first. How far a person's events are gone is
/// noted before they go, so that an id of one of them is told from one that never was.
/// </summary>
internal sealed class Dokumentrydding(Database database, long grense)
{
    private const int Stykke = 500;

    private const string Gamle =
        """
        select personnoekkel, versjon, nr from folkeregister.hendelsesdokument where ajourhold < @grense order by ajourhold limit @maks
        """;

    private const string NoterSlutt =
        """
        insert into folkeregister.hendelsesslutt as s (personnoekkel, versjon) values (@Personnoekkel, @Versjon)
        on conflict (personnoekkel) do update set versjon = {greatest}(s.versjon, excluded.versjon)
        """;

    private const string FjernDokument =
        "delete from folkeregister.hendelsesdokument where personnoekkel = @Personnoekkel and versjon = @Versjon and nr = @Nr";

    private const string GamleVersjoner =
        "select personnoekkel, versjon from folkeregister.versjon where avloest < @grense order by avloest limit @maks";

    private const string FjernVersjon = "delete from folkeregister.versjon where personnoekkel = @Personnoekkel and versjon = @Versjon";

    public async Task RyddAsync(CancellationToken ct)
    {
        while (await FjernAsync<Hendelsesplass>(Gamle, [NoterSlutt, FjernDokument], ct) == Stykke)
        {
        }

        while (await FjernAsync<Versjonsplass>(GamleVersjoner, [FjernVersjon], ct) == Stykke)
        {
        }
    }

    private Task<int> FjernAsync<T>(string gamle, string[] setninger, CancellationToken ct) =>
        database.WriteAsync(
            async (unit, ct) =>
            {
                var rader = (await unit.Connection.QueryAsync<T>(unit.Sql(gamle), new { grense, maks = Stykke },
                    unit.Transaction)).ToArray();
                foreach (var setning in setninger)
                    await unit.Connection.ExecuteAsync(unit.Sql(setning), rader, unit.Transaction);
                return rader.Length;
            },
            ct);

    private sealed class Hendelsesplass
    {
        public long Personnoekkel { get; init; }

        public int Versjon { get; init; }

        public short Nr { get; init; }
    }

    private sealed class Versjonsplass
    {
        public long Personnoekkel { get; init; }

        public int Versjon { get; init; }
    }
}
