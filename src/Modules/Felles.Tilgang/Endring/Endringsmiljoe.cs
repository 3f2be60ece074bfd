using Felles.Storage;
using Microsoft.Extensions.Options;

namespace Felles.Tilgang.Endring;

/// <summary>The environment of this instance, as it stands in the tables: rights of another environment are never seen here.</summary>
internal sealed class Endringsmiljoe(IOptions<FellesOptions> valg, TimeProvider tid)
{
    public string Navn { get; } = valg.Value.Miljoe == Miljoe.Produksjon ? "produksjon" : "test";

    public DateTimeOffset Naa => tid.GetUtcNow();
}
