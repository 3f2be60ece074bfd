namespace Felles.Web.Scopevern;

/// <summary>The scopes of which a call needs one.</summary>
internal sealed record Scopekrav(string[] EttAv);
