using Felles.Tilgang.Contracts;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Http;

namespace Felles.Tilgang.Endring;

/// <summary>The answer of an administration route to a change: the record, or why it was not made.</summary>
internal static class Endringsresultat
{
    public static IResult Resultat<T>(this Endringssvar<T> svar, Func<T, object> kropp) => svar.Match<IResult>(
        utfoert => TypedResults.Ok(kropp(utfoert.Tilstand)),
        avvist => Problemsvar.Av(Status(avvist), avvist.Funn));

    private static int Status<T>(Endringssvar<T>.Avvist avvist) =>
        avvist.Funn.Feil == Tilgangsfeilkoder.UkjentVirksomhet || avvist.Funn.Feil == Tilgangsfeilkoder.DelegeringFinnesIkke
            ? StatusCodes.Status404NotFound
            : StatusCodes.Status400BadRequest;
}
