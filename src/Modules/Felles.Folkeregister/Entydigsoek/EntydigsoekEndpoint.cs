using Felles.Folkeregister.Dokumentasjon;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Oppslag;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Soek.Spoerring;
using Felles.Folkeregister.Svar;
using Felles.Folkeregister.Tjenester;
using Felles.Storage.Oppslagslogg;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Felles.Folkeregister.Entydigsoek;

/// <summary>
/// GET and HEAD personer/entydigsoek: the one person that all criteria fit, as the package may see it. Nobody and several are answered
/// alike, so that the caller learns nothing of persons it did not already know enough of. The dead are found as well.
/// </summary>
internal sealed class EntydigsoekEndpoint(
    Tjeneste tjeneste, Kallvakt vakt, Persontreff treff, Personoppslag personer, Utvalg utvalg, Soekesyn syn)
{
    private static readonly string[] Metoder = ["GET", "HEAD"];

    private static readonly Avvisning IngenEllerFlere = new(
        404, Folkeregisterfeilkoder.Freg001, "Søket ga ikke entydig treff.", "ikkeEntydigTreff");

    public static void Map(IEndpointRouteBuilder ruter, Kallvakt vakt, Persontreff treff, Personoppslag personer, Pakkeplaner planer)
    {
        // The answer is one person, as that of a look-up; what the citizen may see of it is decided alike.
        foreach (var tjeneste in Tjeneste.Finn("entydigsoek", Oppslagstype.Enkeltoppslag))
        {
            var syn = new Soekesyn(planer.Regler(tjeneste.Pakke.Kode));
            var endpoint = new EntydigsoekEndpoint(tjeneste, vakt, treff, personer, new Utvalg(tjeneste.Pakke, planer), syn);
            ruter.MapMethods(tjeneste.Rute, Metoder, (RequestDelegate)endpoint.KjoerAsync)
                .Beskriv(
                    tjeneste, "Søk etter én bestemt person",
                    tjeneste.Pakke.Kode switch { "OMH" => MedDuf, "EID" => MedPapirer, _ => Parametre }, Personeksempler.Entydig,
                    400, 401, 403, 404, 406);
        }
    }

    public async Task KjoerAsync(HttpContext http)
    {
        var avvisning = await vakt.AapneAsync(http, tjeneste, out var kall);
        if (avvisning is not null)
        {
            await vakt.AvvisAsync(kall, avvisning);
            return;
        }

        var parametre = Entydigkriterier.LesParametre(http.Request.QueryString.Value, tjeneste.Pakke.Kode);
        var kriterier = Entydigkriterier.Les(parametre);
        avvisning = utvalg.Finn(kall, parametre.Deler, out var plan) ?? parametre.Feil;
        if (avvisning is not null)
        {
            await vakt.AvvisAsync(kall, avvisning);
            return;
        }

        var funnet = await treff.FinnAsync(kriterier, syn, hoeyst: 1, http.RequestAborted);
        using var person = new Enkeltperson(plan!, kall.Format);
        // Withdrawn between the two reads is as good as never found.
        if (funnet is not [var (identifikator, _)] || !await personer.LesAsync(identifikator, person, CancellationToken.None))
        {
            await vakt.AvvisAsync(kall, IngenEllerFlere);
            return;
        }

        await vakt.LoggAsync(kall, StatusCodes.Status200OK, "ok", person.Elementgrupper, person.Personer, person.Dokumenter);
        await Kallvakt.SendAsync(kall, StatusCodes.Status200OK, person.Svar);
    }

    private static void Parametre(
        [FromQuery] string? identifikasjonsnummer, [FromQuery] string? navn, [FromQuery] string? foedselsdato,
        [FromQuery] string? postnummer, [FromQuery] string? adressenavn, [FromQuery] string? husnummer, [FromQuery] bool? soekFonetisk,
        [FromQuery] string? opplysningsgrunnlag, [FromQuery] string[]? part) =>
        _ = (identifikasjonsnummer, navn, foedselsdato, postnummer, adressenavn, husnummer, soekFonetisk, opplysningsgrunnlag, part);

    private static void MedPapirer(
        [FromQuery] string? identifikasjonsnummer, [FromQuery] string? navn, [FromQuery] string? foedselsdato,
        [FromQuery] string? postnummer, [FromQuery] string? adressenavn, [FromQuery] string? husnummer,
        [FromQuery] string? utenlandskPersonidentifikasjon,
        [FromQuery] string? legitimasjonsdokument, [FromQuery] bool? soekFonetisk, [FromQuery] string? opplysningsgrunnlag,
        [FromQuery] string[]? part) =>
        _ = (identifikasjonsnummer, navn, foedselsdato, postnummer, adressenavn, husnummer, utenlandskPersonidentifikasjon,
            legitimasjonsdokument, soekFonetisk, opplysningsgrunnlag, part);

    private static void MedDuf(
        [FromQuery] string? identifikasjonsnummer, [FromQuery] string? navn, [FromQuery] string? foedselsdato,
        [FromQuery] string? postnummer, [FromQuery] string? adressenavn, [FromQuery] string? husnummer,
        [FromQuery] string? utenlandskPersonidentifikasjon,
        [FromQuery] string? legitimasjonsdokument, [FromQuery] string? utlendingsmyndighetenesIdentifikasjonsnummer,
        [FromQuery] bool? soekFonetisk, [FromQuery] string? opplysningsgrunnlag, [FromQuery] string[]? part) =>
        _ = (identifikasjonsnummer, navn, foedselsdato, postnummer, adressenavn, husnummer, utenlandskPersonidentifikasjon,
            legitimasjonsdokument, utlendingsmyndighetenesIdentifikasjonsnummer, soekFonetisk, opplysningsgrunnlag, part);
}
