using System.Text.Json;

namespace Felles.Client.Folkeregister;

internal sealed record Bulkforespoersel(IReadOnlyList<string> FoedselsEllerDNummer);

internal sealed record Bulksvar(IReadOnlyList<Bulkoppslag>? Oppslag);

/// <summary>One person of a bulk look-up: the document, or with <c>somBestilt</c> a message that there is none. Answers are matched by
/// number, not by place.</summary>
public sealed record Bulkoppslag(string FoedselsEllerDNummer, JsonElement? Folkeregisterperson, Bulkfeilmelding? Feilmelding);

public sealed record Bulkfeilmelding(string? Feilmelding);

internal sealed record Soekesvar(IReadOnlyList<string>? FoedselsEllerDNummer);
