namespace Felles.Folkeregister;

/// <summary>One subscriber of <c>Felles:Folkeregister:Webhooks</c>: where new events are posted, and by whose right.</summary>
public sealed class WebhookOptions
{
    /// <summary>
    /// What the subscriber's place in the line is kept under, and what it is called in logs and measurements: at most 64 letters, digits,
    /// dots, hyphens and underscores. Another name is another subscriber.
    /// </summary>
    public string Navn { get; set; } = "";

    /// <summary>The organisation that receives. It must have the package at each delivery.</summary>
    public string Orgnr { get; set; } = "";

    /// <summary>The name of the rights package, for example <c>offentlig-med-hjemmel</c>.</summary>
    public string Pakke { get; set; } = "";

    /// <summary>https; in a sandbox also http on this machine.</summary>
    public string Url { get; set; } = "";

    /// <summary>The key of the signature, at least <see cref="MinstHemmelighet"/> characters; its UTF-8 is the key.</summary>
    public string Hemmelighet { get; set; } = "";

    public const int MinstHemmelighet = 32;
}
