namespace Felles.Client.Administrasjon;

/// <summary>The outcome of verifying the look-up log.</summary>
/// <param name="Ok">Every chain and every checkpoint fits.</param>
/// <param name="Segmenter">How many segments were read.</param>
/// <param name="Poster">How many records were read.</param>
/// <param name="Brudd">What does not fit, and where.</param>
/// <param name="Ankre">How many anchors kept outside the log it was held against; without any, its end may have been cut off.</param>
public sealed record Loggkontroll(bool Ok, long Segmenter, long Poster, IReadOnlyList<string>? Brudd, int Ankre = 0);
