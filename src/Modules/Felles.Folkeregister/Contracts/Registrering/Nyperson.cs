using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Registrering;
using Felles.Kernel.Identifikatorer;
using Felles.Kernel.Tid;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>What is known of somebody who comes into the register from abroad.</summary>
public sealed record Nyperson
{
    public required Folkeregisterpersonnavn Navn { get; init; }

    public required DateOnly Foedselsdato { get; init; }

    public required Kjoenn Kjoenn { get; init; }

    public string? Foedeland { get; init; }

    public string? Foedested { get; init; }

    public required Liste<string> Statsborgerskap { get; init; }

    public Sivilstandstype Sivilstand { get; init; } = Sivilstandstype.Uoppgitt;

    public Identitetsgrunnlagstatus? Identitetsgrunnlag { get; init; }

    /// <summary>A number that is given already; otherwise the next free one of the birth date.</summary>
    public Folkeregisteridentifikator? Identifikator { get; init; }

    internal async ValueTask<Personarbeid?> OpprettAsync(Registreringsgang gang, Identifikatortype type, Personstatus? status)
    {
        if (!gang.ErFortid(Foedselsdato, "ny.foedselsdato")
            || await gang.TildelAsync(Identifikator, Foedselsdato, Kjoenn, type, "ny.identifikator") is not { } nummer)
            return null;
        var foedt = Registreringsgang.Fra(Foedselsdato);
        return gang.Ny(
            new Folkeregisterperson
            {
                Identifikasjonsnummer = [gang.Stemple(Numre.IBruk(nummer))],
                Identitetsgrunnlag = Identitetsgrunnlag is { } grunnlag
                    ? [gang.Stemple(new Identitetsgrunnlag { Identitetsgrunnlagstatus = grunnlag })] : [],
                Status = status is { } s ? [gang.Stemple(new Folkeregisterpersonstatus { Status = s })] : [],
                Kjoenn = [gang.Stemple(new Personkjoenn { Kjoenn = Kjoenn, Gyldighetstidspunkt = foedt })],
                Foedsel = [gang.Stemple(Foedselen(foedt))],
                Sivilstand = [gang.Stemple(new Sivilstand { Type = Sivilstand })],
                Navn = [gang.Stemple(Navn)],
                Statsborgerskap = Liste.Av(Statsborgerskap.Select(land => gang.Stemple(new Statsborgerskap { Land = land }))),
            },
            "ny");
    }

    private Foedsel Foedselen(Tidspunkt foedt) => new()
    {
        Foedselsdato = Foedselsdato,
        Foedselsaar = Foedselsdato.ToString("yyyy"),
        Foedeland = Foedeland,
        Foedested = Foedested,
        Gyldighetstidspunkt = foedt,
    };
}
