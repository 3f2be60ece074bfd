using System.ComponentModel.DataAnnotations;

namespace Felles.Web.Token;

/// <summary>Section <c>Felles:Token</c>: how access tokens are judged.</summary>
public sealed class TokenOptions
{
    /// <summary>Audiences accepted beside <c>unspecified</c>, an absent one and the program's own public address.</summary>
    public string[] Audiences { get; set; } = [];

    /// <summary>How long after <c>exp</c> a token still holds, for clocks that differ.</summary>
    [Range(0, 60)]
    public int ClockSkewSeconds { get; set; } = 10;

    /// <summary>How many tokens are remembered as valid.</summary>
    [Range(16, 1_000_000)]
    public int CacheSize { get; set; } = 20_000;

    /// <summary>Longer tokens are refused unread; 8 kB is the customary ceiling of a header line.</summary>
    [Range(1024, 65536)]
    public int MaxLength { get; set; } = 8192;
}
