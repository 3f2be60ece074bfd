using Felles.Storage;
using Felles.Tilgang.Contracts;

namespace Felles.Tilgang.Endring;

/// <summary>The durable record of each change of access, written in the same transaction as the change.</summary>
internal static class Endringslogg
{
    public static ValueTask SkrivAsync(
        UnitOfWork enhet, Endringspost post, Aktoer aktoer, string miljoe, DateTimeOffset tid, CancellationToken ct) =>
        Spoerring.UtfoerAsync(
            enhet,
            ct,
            """
            insert into tilgang.endring (tid, miljoe, hvem, grunn, type, organisasjonsnummer, gjelder, fra, til)
            values (@tid, @miljoe, @hvem, @grunn, @type, @virksomhet, @gjelder, @fra, @til)
            """,
            ("tid", Microseconds.From(tid)),
            ("miljoe", miljoe),
            ("hvem", aktoer.Hvem),
            ("grunn", aktoer.Grunn),
            ("type", post.Type),
            ("virksomhet", (long?)post.Virksomhet),
            ("gjelder", post.Gjelder),
            ("fra", post.Fra),
            ("til", post.Til));
}

/// <summary>What was changed. <paramref name="Gjelder"/> is the scope, the package or the role's id; never a person.</summary>
internal readonly record struct Endringspost(string Type, int? Virksomhet, string Gjelder, string? Fra, string Til);
