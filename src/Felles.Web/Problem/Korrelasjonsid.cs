using Microsoft.AspNetCore.Http;

namespace Felles.Web.Problem;

/// <summary>
/// The id that ties a call, its answer and its log entry together: the caller's own when the header <c>Korrelasjonsid</c> holds a UUID (the
/// form of Skatteetaten's API conventions), otherwise a new one. Text of another form is never echoed, so nothing foreign gets into answers
/// and logs.
/// </summary>
public static class Korrelasjonsid
{
    public const string Header = "Korrelasjonsid";

    private static readonly object Noekkel = new();

    /// <summary>The same id for the whole request; it is put on the answer when the answer has not begun.</summary>
    public static string For(HttpContext context)
    {
        if (context.Items.TryGetValue(Noekkel, out var kjent)) return (string)kjent!;
        var header = context.Request.Headers[Header];
        var id = header is [{ } text] && Guid.TryParseExact(text, "D", out var mottatt) ? mottatt : Guid.CreateVersion7();
        var korrelasjonsid = id.ToString("D");
        context.Items[Noekkel] = korrelasjonsid;
        if (!context.Response.HasStarted) context.Response.Headers[Header] = korrelasjonsid;
        return korrelasjonsid;
    }
}
