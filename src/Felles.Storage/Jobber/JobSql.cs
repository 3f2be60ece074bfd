namespace Felles.Storage;

internal static class JobSql
{
    /// <summary>
    /// Leases one job, or gives it up. Two sub-selects, each with its own index and limit, because one over both conditions would sort
    /// everything that is ready. Those whose lease ran out come first: there are few of them, and they waited once already. Such a job
    /// ended without a word, perhaps because it kills its host, so it counts as failed. The moment is a sub-select because PostgreSQL uses
    /// no index for a function that may give a new answer on each row.
    /// </summary>
    public const string Lease = """
        update felles.jobb
           set mislykket = mislykket + status,
               status = case when mislykket + status >= @MaxMislykket then 3 else 1 end,
               feil = case when status = 1 then 'LeaseExpired' else feil end,
               forsoek = forsoek + 1, eier = @eier, utloeper = {now} + @varighet
         where id = coalesce(
               (select id from felles.jobb where type = @type and status = 1 and utloeper < (select {now})
                 order by utloeper limit 1 {skip locked}),
               (select id from felles.jobb where type = @type and status = 0 and klar <= (select {now})
                 order by klar limit 1 {skip locked}))
        returning id, noekkel, innhold, cast(status as bigint) as status, cast(forsoek as bigint) as forsoek,
                  cast(mislykket as bigint) as mislykket
        """;
}
