namespace Felles.Storage.Oppslagslogg;

/// <summary>What a writer's connection answered when asked for the settings that make a commit durable.</summary>
/// <param name="Durable">A commit has reached the disk when it is reported.</param>
/// <param name="Settings">The settings as the database tells them, for the start text and the operator.</param>
public sealed record LookupLogDurability(bool Durable, string Settings);
