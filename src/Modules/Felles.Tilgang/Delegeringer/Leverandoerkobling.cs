using System.Data.Common;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Tilgang.Endring;

namespace Felles.Tilgang.Delegeringer;

/// <summary>A supplier that a consumer has taken up, with or without anything delegated to it.</summary>
internal sealed record Leverandoerkobling(Guid Id, Organisasjonsnummer Konsument, Organisasjonsnummer Leverandoer, DateTimeOffset LagtTil)
{
    public const string Valg = "select id, konsument, leverandoer, lagt_til from tilgang.leverandoer where fjernet is null and miljoe = @miljoe";

    public static Leverandoerkobling Les(DbDataReader rad) => new(
        Guid.Parse(rad.GetString(0)),
        Organisasjonsnummer.FromValue((int)rad.GetInt64(1)),
        Organisasjonsnummer.FromValue((int)rad.GetInt64(2)),
        Microseconds.ToInstant(rad.GetInt64(3)));

    public static async ValueTask<Leverandoerkobling?> FinnAsync(
        UnitOfWork enhet, Organisasjonsnummer konsument, Organisasjonsnummer leverandoer, string miljoe, CancellationToken ct)
    {
        var sporring = Spoerring.Ny(
            enhet,
            Valg + " and konsument = @konsument and leverandoer = @leverandoer",
            ("miljoe", miljoe),
            ("konsument", (long)konsument.Value),
            ("leverandoer", (long)leverandoer.Value));
        return (await Spoerring.ListeAsync(sporring, Les, ct)).FirstOrDefault();
    }
}
