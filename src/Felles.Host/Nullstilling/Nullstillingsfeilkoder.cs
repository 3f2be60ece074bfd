using Felles.Kernel.Feil;

namespace Felles.Host.Nullstilling;

internal static class Nullstillingsfeilkoder
{
    public static readonly Feilkode AndreKjoerer = new(
        "andre-kjoerer", "Other hosts or commands run on the same database. Stop them before the sandbox is reset.", "administrasjon");
}
