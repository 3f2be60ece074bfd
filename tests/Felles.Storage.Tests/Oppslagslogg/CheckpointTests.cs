using Dapper;
using Felles.Storage.Oppslagslogg.Checkpoints;
using Felles.Testing.Databaser;
using Kind = Felles.Storage.Oppslagslogg.LookupLogFaultKind;

namespace Felles.Storage.Tests.Oppslagslogg;

/// <summary>Three writers one after the other, each with one sealed segment: checkpoints 1 to 6.</summary>
public sealed class CheckpointTests
{
    [Theory, TestDatabases]
    public async Task Every_start_begins_a_chain_and_every_stop_seals_it(Dialect dialect)
    {
        await using var test = await WriteAsync(dialect);
        var report = await test.VerifyAsync();
        Assert.Empty(report.Faults);
        Assert.Equal((3, 3, 6), (report.Writers, report.Segments, report.Head!.Number));
    }

    [Theory, TestDatabases]
    public async Task An_altered_checkpoint_is_found(Dialect dialect)
    {
        await using var test = await WriteAsync(dialect);
        await test.TamperAsync("UPDATE oppslagslogg.checkpoint SET time_to = time_to + 1 WHERE number = 4");
        await AssertOnlyAsync(test, Kind.CheckpointAltered, 4);
    }

    [Theory, TestDatabases]
    public async Task A_removed_checkpoint_is_found(Dialect dialect)
    {
        await using var test = await WriteAsync(dialect);
        await test.TamperAsync("DELETE FROM oppslagslogg.checkpoint WHERE number = 4");
        var faults = (await test.VerifyAsync()).Faults;
        Assert.Contains(faults, f => f is { Kind: Kind.CheckpointMissing, Checkpoint: 4 });
        Assert.All(faults, f => Assert.True(f.Checkpoint == 4 || f.Writer == 2));
    }

    [Theory, TestDatabases]
    public async Task A_removed_end_of_the_chain_is_found(Dialect dialect)
    {
        await using var test = await WriteAsync(dialect);
        await test.TamperAsync("DELETE FROM oppslagslogg.checkpoint WHERE number >= 6");
        Assert.Contains((await test.VerifyAsync()).Faults, f => f is { Kind: Kind.CheckpointMissing, Checkpoint: 6 });
    }

    [Theory, TestDatabases]
    public async Task A_segment_removed_without_retention_is_found(Dialect dialect)
    {
        await using var test = await WriteAsync(dialect);
        await test.TamperAsync("DELETE FROM oppslagslogg.block WHERE writer = 2");
        var fault = Assert.Single((await test.VerifyAsync()).Faults);
        Assert.Equal((Kind.SegmentMissing, 2, 1), (fault.Kind, fault.Writer!.Value, fault.Segment!.Value));
    }

    [Theory, TestDatabases]
    public async Task A_removed_writer_is_found(Dialect dialect)
    {
        await using var test = await WriteAsync(dialect);
        await test.TamperAsync("DELETE FROM oppslagslogg.writer WHERE writer = 2");
        var fault = Assert.Single((await test.VerifyAsync()).Faults);
        Assert.Equal((Kind.WriterMissing, 2), (fault.Kind, fault.Writer!.Value));
    }

    [Theory, TestDatabases]
    public async Task A_chain_written_anew_from_the_end_is_found_by_an_anchor_kept_outside(Dialect dialect)
    {
        await using var test = await WriteAsync(dialect);
        var anchor = (await test.VerifyAsync()).Head!;
        await RewriteLastLinkAsync(test);
        Assert.Empty((await test.VerifyAsync()).Faults);
        var fault = Assert.Single((await test.VerifyAsync(anchor)).Faults);
        Assert.Equal((Kind.AnchorContradicted, 6), (fault.Kind, fault.Checkpoint!.Value));
    }

    private static async Task<LogUnderTest> WriteAsync(Dialect dialect)
    {
        var test = await LogUnderTest.CreateAsync(dialect);
        for (var writer = 1; writer <= 3; writer++)
        {
            await using var log = await test.StartAsync();
            for (var i = 0; i < 5; i++)
                await log.AppendAsync(Oppslag.Enkelt(i, i));
        }

        return test;
    }

    /// <summary>An administrator who knows the format: changes the last link and hashes it anew.</summary>
    private static async Task RewriteLastLinkAsync(LogUnderTest test)
    {
        await using var connection = await test.Store.OpenReaderAsync(default);
        var links = (await connection.QueryAsync<Checkpoint>(test.Store.Sql(CheckpointSql.SelectAll))).AsList();
        var forged = links[^1] with { Time = links[^1].Time + 1 };
        var hash = forged.ComputeHash(links[^2].Hash);
        await test.TamperAsync(
            "UPDATE oppslagslogg.checkpoint SET time = @Time, hash = @hash WHERE number = @Number",
            new { forged.Time, forged.Number, hash });
        await test.TamperAsync("UPDATE oppslagslogg.chain SET hash = @hash", new { hash });
    }

    private static async Task AssertOnlyAsync(LogUnderTest test, Kind kind, long checkpoint)
    {
        var fault = Assert.Single((await test.VerifyAsync()).Faults);
        Assert.Equal((kind, checkpoint), (fault.Kind, fault.Checkpoint!.Value));
    }
}
