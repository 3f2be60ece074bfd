using Felles.Kernel.Feil;

namespace Felles.Maskinporten.Klienter;

/// <summary>Faults in a client that is to be registered (Digdir, «Selvbetjenings-API»: rules for clients and keys).</summary>
internal static class KlientFeilkoder
{
    public static readonly Feilkode Navn = Kode("MPK-001", "The client needs a name of at most 255 characters");
    public static readonly Feilkode ClientId = Kode("MPK-002", "The client id has letters, digits and ._- only, 100 at most");
    public static readonly Feilkode Finnes = Kode("MPK-003", "A client with this id exists");
    public static readonly Feilkode Scope = Kode("MPK-004", "The scope is not of the form prefix:subscope");
    public static readonly Feilkode Levetid = Kode("MPK-005", "The token lifetime is negative or longer than a day");
    public static readonly Feilkode UkjentVirksomhet = Kode("MPK-006", "The organisation is not in Enhetsregisteret");
    public static readonly Feilkode AnnenEier = Kode("MPK-007", "The client belongs to another organisation, and stays there");
    public static readonly Feilkode Ukjent = Kode("MPK-008", "There is no such client");
    public static readonly Feilkode Antall = Kode("MPK-010", "A client has five keys at most");
    public static readonly Feilkode Kid = Kode(
        "MPK-011", "The kid has letters, digits and ._- only, 1 to 255, and is unique within the client");
    public static readonly Feilkode Type = Kode("MPK-012", "The key is not a public RSA key for signatures with RS256, RS384 or RS512");
    public static readonly Feilkode Lengde = Kode("MPK-013", "The RSA key is shorter than 2048 or longer than 8192 bits");
    public static readonly Feilkode Privat = Kode("MPK-014", "The key contains its private part, which must never be sent");

    public static readonly Feilkode Sertifikat = Kode(
        "MPK-015", "The x5c of the key is not a chain of certificates, the first of which is over the key itself");

    public static readonly Feilkode IntegrasjonstypeFast = Kode("MPK-030", "The integration type of a client is never changed");
    public static readonly Feilkode IkkeHer =
        Kode("MPK-031", "The value belongs to clients that log persons in, which this token server does not register");
    public static readonly Feilkode FasteScopes = Kode("MPK-032", "A client of the type krr has the two scopes of the type, and no others");
    public static readonly Feilkode UkjentScope = Kode("MPK-033", "There is no such scope");
    public static readonly Feilkode UtenHemmelighet = Kode("MPK-034", "The client authenticates with a key and has no secret");

    private static Feilkode Kode(string kode, string tekst) => new(kode, tekst, "maskinporten/klienter");
}
