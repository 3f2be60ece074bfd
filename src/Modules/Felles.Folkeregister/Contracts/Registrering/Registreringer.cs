using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Registrering;
using Felles.Kernel.Feil;
using Felles.Kernel.Tid;
using Felles.Storage;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>
/// Writes changes into the register: the new document, the version it supersedes, numbers, search rows, events and their documents in one
/// transaction. What is answered as registered is durable.
/// </summary>
public sealed class Registreringer
{
    private readonly Database database;
    private readonly Registerklokke klokke;
    private readonly bool syntetisk;

    internal Registreringer(Database database, Registerklokke klokke, bool syntetisk) =>
        (this.database, this.klokke, this.syntetisk) = (database, klokke, syntetisk);

    /// <summary>Registers one change.</summary>
    /// <exception cref="DatabaseUnavailableException">The database does not answer; nothing is known of the outcome.</exception>
    public Task<Registreringssvar> UtfoerAsync(Personmelding melding, CancellationToken ct = default) => UtfoerAsync([melding], ct);

    /// <summary>
    /// Registers several changes together or none of them, each seeing what those before it did. A person has one new version in all. A
    /// fault's place begins with the number of the message.
    /// </summary>
    /// <exception cref="DatabaseUnavailableException">The database does not answer; nothing is known of the outcome.</exception>
    public Task<Registreringssvar> UtfoerAsync(IReadOnlyList<Personmelding> meldinger, CancellationToken ct = default) =>
        // Once begun it is not broken off: the caller could not know what became of it.
        database.WriteAsync(
            async (unit, ct) =>
            {
                await using var setninger = Setninger.For(unit);
                var gang = new Registreringsgang(unit, setninger, klokke, syntetisk, ct);
                // First of all, as an import does: two that take new numbers would else find the same one free.
                if (meldinger.Any(m => m.TildelerNummer) && await Grunnlag.LaasAsync(unit, ct))
                {
                    return new Registreringssvar.Avvist(
                        [new Funn(Import.Personimportfeilkoder.GrunnlagUferdig, "", Import.Personimportfeilkoder.GrunnlagUferdig.Tekst)]);
                }

                foreach (var nummer in meldinger.SelectMany(m => m.Deltakere).Distinct().Order())
                    await gang.HoldAsync(nummer);
                for (var nr = 0; nr < meldinger.Count; nr++)
                {
                    gang.Begynn(meldinger[nr].Grunn, meldinger.Count == 1 ? null : nr);
                    await meldinger[nr].UtfoerAsync(gang);
                }

                return await gang.FullfoerAsync();
            },
            ct);
}
