namespace Felles.Portal.Delt;

/// <summary>Names the resources <c>Delt/Tekster.nb.resx</c> and so on, shared by all pages.</summary>
internal sealed class Tekster;
