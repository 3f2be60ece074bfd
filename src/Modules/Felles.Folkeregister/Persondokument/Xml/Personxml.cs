namespace Felles.Folkeregister.Persondokument.Xml;

/// <summary>The XML form of a person document: same names, same order, lists as siblings without a wrapper.</summary>
internal static class Personxml
{
    public const string Rot = "folkeregisterperson";
    public const string Navnerom = "folkeregisteret:tilgjengeliggjoering:person:v1";
    public const string Instansnavnerom = "http://www.w3.org/2001/XMLSchema-instance";
}
