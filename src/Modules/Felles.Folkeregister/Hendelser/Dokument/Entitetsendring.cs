namespace Felles.Folkeregister.Hendelser.Dokument;

/// <summary>
/// What was done with an entry (<c>entitetsendring</c>, Hendelsedokument 1.4). <c>korrigereHistorisk</c> exists and is not in use.
/// </summary>
internal enum Entitetsendring
{
    RegistrereNy,
    Korrigere,
    Annullere,
}
