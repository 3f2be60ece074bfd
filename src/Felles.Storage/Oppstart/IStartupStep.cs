namespace Felles.Storage;

/// <summary>
/// Something that must be done before the server listens. Steps run one after the other by <see cref="Order"/>: 0 migrations, 10 keys,
/// 20 organisations, 30 clients and grants, 40 population, 100 banner. A step that throws stops the start.
/// </summary>
public interface IStartupStep
{
    int Order { get; }

    Task RunAsync(CancellationToken ct);
}
