using Spectre.Console;

namespace Felles.Cli.Kjoering;

/// <summary>A progress bar on standard error while a command works; nothing at all when nobody looks.</summary>
internal static class Framdrift
{
    /// <param name="konsoll">Where to draw.</param>
    /// <param name="tekst">What is being done.</param>
    /// <param name="maks">The value at the end, or null when it is not known.</param>
    /// <param name="arbeid">The work; it reports how far it has come.</param>
    internal static async Task<T> VisAsync<T>(Konsoll konsoll, string tekst, long? maks, Func<IProgress<long>, Task<T>> arbeid)
    {
        if (!konsoll.Interaktiv)
            return await arbeid(new Maaler(static _ => { }));
        return await konsoll.Feil.Progress()
            .AutoClear(true)
            .Columns(Kolonner(maks is not null))
            .StartAsync(async linjer =>
            {
                var linje = linjer.AddTask(Markup.Escape(tekst), maxValue: maks is > 0 ? maks.Value : 1);
                linje.IsIndeterminate = maks is null;
                return await arbeid(new Maaler(verdi =>
                {
                    if (maks is null)
                        linje.Description = $"{Markup.Escape(tekst)} {verdi:N0}";
                    else
                        linje.Value = verdi;
                }));
            });
    }

    private static ProgressColumn[] Kolonner(bool kjentSlutt) => kjentSlutt
        ? [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()]
        : [new SpinnerColumn(), new TaskDescriptionColumn(), new ElapsedTimeColumn()];

    /// <summary>Reports on the caller's thread: <see cref="Progress{T}"/> would queue each report on the pool, late and out of
    /// order.</summary>
    private sealed class Maaler(Action<long> meld) : IProgress<long>
    {
        public void Report(long value) => meld(value);
    }
}
