namespace Felles.Folkeregister.Hendelser.Feed;

/// <summary>The forms of a page of the feed.</summary>
internal enum Feedform
{
    Json,

    /// <summary>Asked for as Atom.</summary>
    Atom,

    /// <summary>The same bytes, asked for as XML and labelled so.</summary>
    Xml,
}
