namespace Felles.Storage.Oppslagslogg;

/// <summary>
/// A head of the checkpoint chain. Kept by somebody who cannot write to the database, it proves later that everything up to it is
/// unchanged: give it to the verification.
/// </summary>
/// <param name="Number">The number of the checkpoint.</param>
/// <param name="Hash">Its SHA-256 in lower-case hexadecimal digits.</param>
/// <param name="Time">When it was made, by the clock of the host that made it.</param>
public sealed record LookupLogAnchor(long Number, string Hash, DateTimeOffset Time);
