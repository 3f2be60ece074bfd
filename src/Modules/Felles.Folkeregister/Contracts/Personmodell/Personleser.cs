using System.Text.Json;
using Felles.Folkeregister.Persondokument.Modell.Former;

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Reads a person document of the register into the model.</summary>
public static class Personleser
{
    /// <param name="dokument">A complete document as the register stores it.</param>
    /// <exception cref="FormatException">The document is not of the schema, so it does not come from the register.</exception>
    public static Folkeregisterperson Les(ReadOnlySpan<byte> dokument)
    {
        var inn = new Utf8JsonReader(dokument);
        inn.Read();
        return FolkeregisterpersonForm.Les(ref inn);
    }
}
