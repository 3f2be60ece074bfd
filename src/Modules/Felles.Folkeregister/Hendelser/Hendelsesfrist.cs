using Felles.Kernel.Tid;

namespace Felles.Folkeregister.Hendelser;

/// <summary>Events are kept for 36 months (news of 2024-10-28), by the register's clock.</summary>
internal static class Hendelsesfrist
{
    public const int Maaneder = 36;

    /// <summary>What is older than this is gone.</summary>
    public static DateTimeOffset Grense(Registerklokke klokke)
    {
        var naa = klokke.Naa;
        // A sandbox clock may stand near the beginning of the calendar.
        return naa.Year <= 1 + (Maaneder / 12) ? DateTimeOffset.MinValue : naa.AddMonths(-Maaneder);
    }
}
