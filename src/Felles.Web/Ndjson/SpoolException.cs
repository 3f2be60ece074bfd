namespace Felles.Web.Ndjson;

/// <summary>An import could not be laid aside, most often because the disk is full. Nothing of it is taken.</summary>
#pragma warning disable CA1032 // Thrown in one place, with its cause.
public sealed class SpoolException(Exception innerException)
#pragma warning restore CA1032
    : Exception("The import could not be laid aside in the data folder.", innerException);
