using Felles.Folkeregister.Svar;
using Felles.Kernel.Identifikatorer;
using Microsoft.AspNetCore.Http;

namespace Felles.Folkeregister.Tjenester;

/// <summary>The id of a person's or an event's document in the address of a call.</summary>
internal static class Dokumentadresse
{
    public static readonly Avvisning Ukjent = new(404, Folkeregisterfeilkoder.Freg001, "Ukjent dokumentid.", "ukjentDokument");

    /// <summary>The refusal of what is no id, or null.</summary>
    public static Avvisning? Les(HttpContext http, string parameter, out Dokumentidentifikator id) =>
        Dokumentidentifikator.TryParse((http.Request.RouteValues[parameter] as string).AsSpan(), out id)
            ? null
            : Avvisning.UgyldigParameter(
                $"Ugyldig parameter: {parameter} skal være 32 heksadesimale sifre eller en UUID.", "ugyldigDokumentidentifikator");
}
