using System.Globalization;

namespace Felles.Client.Folkeregister;

/// <summary>Criteria as they stand in a query: those that are absent are left out.</summary>
internal static class Soekeparametre
{
    public static IEnumerable<KeyValuePair<string, string>> Av(params (string Navn, string? Verdi)[] kriterier) =>
        from kriterium in kriterier
        where kriterium.Verdi is not null
        select new KeyValuePair<string, string>(kriterium.Navn, kriterium.Verdi);

    public static string? Ja(bool ja) => ja ? "true" : null;

    public static string? Dato(DateOnly? dato) => dato?.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
