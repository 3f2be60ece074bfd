using Felles.Storage;
using Microsoft.Extensions.Options;

namespace Felles.Tilgang.Endring;

/// <summary>The environment of this instance, as it stands in the tables: rights of another environment are never seen here.</summary>
internal sealed class Endringsmiljoe(IOptions<FellesOptions> valg, TimeProvider tid)
{
    public string Navn { get; } = valg.Value.Miljoe == Miljoe.Produksjon ? "produksjon" : "test";

    /// <summary>To the microsecond, as the tables keep it: what is answered now and what is read later are the same.</summary>
    public DateTimeOffset Naa => Microseconds.ToInstant(Microseconds.From(tid.GetUtcNow()));
}
