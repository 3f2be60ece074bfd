namespace Felles.Web.Dokumenter;

/// <summary>The OpenAPI documents of this host, for pages that lead to them.</summary>
/// <param name="Navn">Each is served as <c>/openapi/{name}.json</c>.</param>
public sealed record Tjenestedokumenter(IReadOnlyList<string> Navn);
