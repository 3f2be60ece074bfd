using System.Text.RegularExpressions;

namespace Felles.Web.Vert;

/// <summary>
/// An exception as text for the application log. Messages quote what they choke on, and that may be an identity number, so eleven digits
/// never stand in it, nor ten: a number of the first nine days of a month loses its first digit where it is stored as an integer.
/// </summary>
internal static partial class MaskedException
{
    public static string Text(Exception exception) => Number().Replace(exception.ToString(), "***********");

    // Also as people write it: birth date, blank, personal number.
    [GeneratedRegex(@"(?<!\d)\d{5,6} ?\d{5}(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
