namespace Felles.Folkeregister.Persondokument.Pakker;

/// <summary>
/// The four confidential statuses are told as <c>aktiv</c> to those without a statute for them ("Informasjonsfelter og statuskoder"; a new
/// status is masked until the list says otherwise).
/// </summary>
internal static class Maskertstatus
{
    public static ReadOnlySpan<byte> For(ReadOnlySpan<byte> status) =>
        status.SequenceEqual("\"bosatt\""u8) || status.SequenceEqual("\"utflyttet\""u8) || status.SequenceEqual("\"doed\""u8)
        || status.SequenceEqual("\"opphoert\""u8) || status.SequenceEqual("\"inaktiv\""u8)
            ? status : "\"aktiv\""u8;
}
