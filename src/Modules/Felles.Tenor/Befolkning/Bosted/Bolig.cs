namespace Felles.Tenor.Befolkning.Bosted;

internal enum Boligtype : byte
{
    Vegadresse,
    Matrikkeladresse,
    Fast,
}

/// <summary>A dwelling: its municipality and a seed from which street, number and flat follow when the address is written.</summary>
internal readonly record struct Bolig(short Kommune, Boligtype Type, ulong Noekkel);

internal enum Flytteaarsak : byte
{
    Foedsel,
    Innenlands,
    Innvandring,
    Grunnbefolkning,
}

/// <summary>A person lives in a dwelling from a day until the next entry.</summary>
internal readonly record struct Botid(int Fra, int Bolig, Flytteaarsak Aarsak);
