using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Utvalgte;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts;

/// <summary>The persons of the register, for other modules.</summary>
public sealed class Personer
{
    private readonly Personoppslag oppslag;
    private readonly Persontelling telling;
    private readonly Eksempelsoek eksempler;

    internal Personer(Personoppslag oppslag, Persontelling telling, Eksempelsoek eksempler) =>
        (this.oppslag, this.telling, this.eksempler) = (oppslag, telling, eksempler);

    /// <summary>The person who has or had this number, or null.</summary>
    public async ValueTask<Registrertperson?> FinnAsync(Folkeregisteridentifikator identifikator, CancellationToken ct = default)
    {
        var kopi = new Personkopi();
        await oppslag.LesAsync(identifikator.Value, kopi, ct);
        return kopi.Person;
    }

    /// <summary>Reads the search rows through: seconds in a register of millions.</summary>
    public ValueTask<Personantall> TellAsync(CancellationToken ct = default) => telling.TellAsync(ct);

    /// <summary>One person of each kind that the first persons of the register show; fewer in a small register.</summary>
    public ValueTask<IReadOnlyList<Personeksempel>> EksemplerAsync(CancellationToken ct = default) => eksempler.FinnAsync(ct);
}
