namespace Felles.Storage;

/// <summary>
/// A leased job. <paramref name="Forsoek"/> is the number of times it has been leased, this one included, and is its fence: a worker that
/// slept past its lease can neither prolong nor complete the job that another has taken. <paramref name="Mislykket"/> is how many of those
/// times failed, or ended without a word.
/// </summary>
public sealed record Job(long Id, string Type, string Noekkel, byte[] Innhold, long Forsoek, long Mislykket);
