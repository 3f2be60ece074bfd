namespace Felles.Kernel.Feil;

/// <summary>One fault found in input. Input is judged to the end, so that the sender gets every fault at once.</summary>
/// <param name="Feil">What is wrong.</param>
/// <param name="Sti">Where: the path of the element, as <c>navn[0].etternavn</c>; empty for the document as a whole.</param>
/// <param name="Melding">Why, in words. Never holds a person identifier.</param>
/// <param name="Linje">The line of a file, counted from 1.</param>
public sealed record Funn(Feilkode Feil, string Sti, string Melding, int? Linje = null);
