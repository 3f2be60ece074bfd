using System.Text.Json;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Http;

namespace Felles.Tilgang.Altinn;

/// <summary>
/// A refusal in the form of Altinn's services (Altinn, authorization-utils, ProblemDetails): the code in <c>code</c> and <c>type</c>; for
/// faults of the request the code <c>STD-00000</c>, and the faults in <c>validationErrors</c>.
/// </summary>
internal sealed class Altinnproblem(Problemsvar svar) : IResult, IStatusCodeHttpResult
{
    int? IStatusCodeHttpResult.StatusCode => svar.Status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var traceId = Korrelasjonsid.For(httpContext);
        var http = httpContext.Response;
        http.StatusCode = svar.Status;
        http.ContentType = Problemsvar.Medietype;
        if (svar.Utfordring is not null) http.Headers.WWWAuthenticate = svar.Utfordring;
        if (svar.ProevIgjenOm > 0) http.Headers.RetryAfter = svar.ProevIgjenOm.ToString();
        await using var json = new Utf8JsonWriter(http.BodyWriter);
        var validering = svar is { Status: StatusCodes.Status400BadRequest, Sti: not null };
        var kode = validering ? Tilgangsfeilkoder.Altinnvalidering : svar.Kode;
        json.WriteStartObject();
        json.WriteString("type", "urn:altinn:error:" + kode.Kode);
        json.WriteString("title", validering ? kode.Tekst : svar.Melding ?? kode.Tekst);
        json.WriteNumber("status", svar.Status);
        if (!validering && svar.Melding is not null) json.WriteString("detail", kode.Tekst);
        json.WriteString("code", kode.Kode);
        json.WriteString("traceId", traceId);
        if (validering)
        {
            json.WriteStartArray("validationErrors");
            json.WriteStartObject();
            json.WriteString("code", svar.Kode.Kode);
            json.WriteString("title", svar.Kode.Tekst);
            json.WriteStartArray("paths");
            json.WriteStringValue(svar.Sti);
            json.WriteEndArray();
            if (svar.Melding is not null) json.WriteString("detail", svar.Melding);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
