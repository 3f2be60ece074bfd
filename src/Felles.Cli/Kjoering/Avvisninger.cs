using System.Net;
using Felles.Client.Utfall;

namespace Felles.Cli.Kjoering;

/// <summary>What a refusal means to the person at the keyboard.</summary>
internal static class Avvisninger
{
    internal static T EllerFeil<T>(this Svar<T> svar, string klient) => svar.Match(verdi => verdi, avvist => throw Tolk(avvist, klient));

    internal static Kommandofeil Tolk(Avvisning avvist, string klient) => new(
        Kode(avvist), Melding(avvist), Raad(avvist, klient))
    {
        Tjenestekode = avvist.Kode,
        Korrelasjonsid = avvist.Korrelasjonsid,
    };

    private static Utgangskode Kode(Avvisning avvist) => avvist.Status switch
    {
        HttpStatusCode.NotFound => Utgangskode.IkkeFunnet,
        HttpStatusCode.Conflict when avvist.Kode == "andre-kjoerer" => Utgangskode.MappeOpptatt,
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => Utgangskode.IngenVert,
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Utgangskode.Avvist,
        _ when ErTokenfeil(avvist) => Utgangskode.Avvist,
        < HttpStatusCode.InternalServerError => Utgangskode.FeilIInndata,
        _ => Utgangskode.Uventet,
    };

    /// <summary>Maskinporten answers most refusals of a client with 400.</summary>
    private static bool ErTokenfeil(Avvisning avvist) =>
        avvist.Kode.StartsWith("invalid_", StringComparison.Ordinal) || avvist.Kode is "forbidden" or "unsupported_grant_type";

    private static string Melding(Avvisning avvist) =>
        avvist.Melding.Contains(avvist.Kode, StringComparison.Ordinal) ? avvist.Melding : $"{avvist.Melding} ({avvist.Kode})";

    private static string? Raad(Avvisning avvist, string klient) => avvist switch
    {
        { Melding: var m } when m.Contains("MP-250") =>
            $"The organisation of client {klient} has no grant for the scope. An administrator can give it; --client names another.",
        { Melding: var m } when m.Contains("MP-200") =>
            $"Client {klient} is not registered with the scope. Choose another client with --client.",
        { Kode: "MPS-001" } => "Felles:Sandkasse:AapenForAlle=true on the host opens it to other machines.",
        { Kode: "invalid_grant" } =>
            $"The host does not know client {klient} or its key. Client files belong to one data folder, and a reset makes new ones.",
        { Status: HttpStatusCode.Unauthorized } =>
            "The host does not accept the token. Does --url name the address that the host itself uses (Felles:PublicUrl)?",
        { Status: HttpStatusCode.Forbidden } => $"Client {klient} may not do this. Choose another client with --client.",
        { ProevIgjenOm: { } tid } => $"Try again in {Math.Ceiling(tid.TotalSeconds)} s.",
        { Status: HttpStatusCode.ServiceUnavailable } => "Try again in a while.",
        _ => null,
    };
}
