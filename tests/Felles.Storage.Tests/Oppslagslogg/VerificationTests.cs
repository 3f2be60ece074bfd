using Felles.Testing.Databaser;
using Kind = Felles.Storage.Oppslagslogg.LookupLogFaultKind;

namespace Felles.Storage.Tests.Oppslagslogg;

/// <summary>
/// One writer with six blocks of 1, 4, 4, 4, 4 and 4 records, so record 6 is the first of block 3. Sealed (one segment, checkpoints 1 and
/// 2) or with its tail open.
/// </summary>
public sealed class VerificationTests
{
    [Theory, TestDatabases(true, false)]
    public async Task An_untouched_log_is_intact(Dialect dialect, bool sealed_)
    {
        await using var test = await WriteAsync(dialect, sealed_);
        var report = await test.VerifyAsync();
        Assert.Empty(report.Faults);
        Assert.Equal((1, 1, 6, 21), (report.Writers, report.Segments, report.Blocks, report.Records));
        Assert.Equal(sealed_ ? 2 : 1, report.Head!.Number);
    }

    [Theory, TestDatabases(true, false)]
    public async Task A_removed_record_is_found(Dialect dialect, bool sealed_)
    {
        await using var test = await WriteAsync(dialect, sealed_);
        await ChangePayloadAsync(test, 3, frames => Tukling.Join([frames[0], frames[2], frames[3]]));
        await AssertOnlyAsync(test, Kind.RecordMissing, block: 3, record: 7);
    }

    [Theory, TestDatabases]
    public async Task A_removed_last_record_of_a_block_is_found(Dialect dialect)
    {
        await using var test = await WriteAsync(dialect, sealed_: true);
        await ChangePayloadAsync(test, 3, frames => Tukling.Join(frames.Take(3)));
        await AssertOnlyAsync(test, Kind.RecordMissing, block: 3, record: 9);
    }

    [Theory, TestDatabases(true, false)]
    public async Task An_altered_byte_is_found(Dialect dialect, bool sealed_)
    {
        await using var test = await WriteAsync(dialect, sealed_);
        await ChangePayloadAsync(test, 4, frames =>
        {
            frames[2][^1] ^= 1;
            return Tukling.Join(frames);
        });
        await AssertOnlyAsync(test, Kind.RecordAltered, block: 4, record: 12);
    }

    [Theory, TestDatabases]
    public async Task Two_swapped_records_are_found(Dialect dialect)
    {
        await using var test = await WriteAsync(dialect, sealed_: true);
        await ChangePayloadAsync(test, 3, frames => Tukling.Join([frames[0], frames[3], frames[2], frames[1]]));
        var faults = (await test.VerifyAsync()).Faults;
        Assert.Equal(
            [(Kind.RecordOutOfPlace, 3, 7), (Kind.RecordOutOfPlace, 3, 9)], faults.Select(f => (f.Kind, f.Block!.Value, f.Record!.Value)));
    }

    [Theory, TestDatabases(true, false)]
    public async Task A_removed_block_is_found(Dialect dialect, bool sealed_)
    {
        await using var test = await WriteAsync(dialect, sealed_);
        await test.TamperAsync("DELETE FROM oppslagslogg.block WHERE number = 4");
        await AssertOnlyAsync(test, Kind.BlockMissing, block: 4);
    }

    [Theory, TestDatabases]
    public async Task A_removed_open_tail_is_found(Dialect dialect)
    {
        await using var test = await WriteAsync(dialect, sealed_: false);
        await test.TamperAsync("DELETE FROM oppslagslogg.block WHERE number >= 5");
        await AssertOnlyAsync(test, Kind.TailMissing, block: 5);
    }

    [Theory, TestDatabases]
    public async Task Two_swapped_blocks_are_found(Dialect dialect)
    {
        await using var test = await WriteAsync(dialect, sealed_: true);
        await test.TamperAsync("UPDATE oppslagslogg.block SET number = 99 WHERE number = 3");
        await test.TamperAsync("UPDATE oppslagslogg.block SET number = 3 WHERE number = 5");
        await test.TamperAsync("UPDATE oppslagslogg.block SET number = 5 WHERE number = 99");
        var faults = (await test.VerifyAsync()).Faults;
        Assert.Equal([(Kind.BlockOutOfPlace, 3), (Kind.BlockOutOfPlace, 5)], faults.Select(f => (f.Kind, f.Block!.Value)));
    }

    [Theory, TestDatabases("time", "segment", "records", "first_record")]
    public async Task An_altered_column_of_a_block_is_found(Dialect dialect, string column)
    {
        await using var test = await WriteAsync(dialect, sealed_: true);
        await test.TamperAsync($"UPDATE oppslagslogg.block SET {column} = {column} + 1 WHERE number = 4");
        Assert.Equal(4, Assert.Single((await test.VerifyAsync()).Faults).Block);
    }

    [Theory, TestDatabases]
    public async Task An_altered_hash_blames_its_own_block_and_not_the_next(Dialect dialect)
    {
        await using var test = await WriteAsync(dialect, sealed_: true);
        await test.TamperAsync("UPDATE oppslagslogg.block SET hash = @hash WHERE number = 4", new { hash = new byte[32] });
        await AssertOnlyAsync(test, Kind.BlockAltered, block: 4);
    }

    [Theory, TestDatabases]
    public async Task A_block_added_behind_the_end_is_found(Dialect dialect)
    {
        await using var test = await WriteAsync(dialect, sealed_: true);
        await test.TamperAsync("""
            INSERT INTO oppslagslogg.block (writer, number, segment, first_record, records, time, month, hash, payload)
            SELECT writer, 7, segment, first_record, records, time, month, hash, payload FROM oppslagslogg.block WHERE number = 6
            """);
        await AssertOnlyAsync(test, Kind.BlockUnexpected, block: 7);
    }

    private static async Task<LogUnderTest> WriteAsync(Dialect dialect, bool sealed_)
    {
        var test = await LogUnderTest.CreateAsync(dialect);
        await Blokker.WriteAsync(test, new HookedStore(test.Store), TimeProvider.System, close: sealed_, 1, 4, 4, 4, 4, 4);
        return test;
    }

    private static async Task ChangePayloadAsync(LogUnderTest test, long block, Func<List<byte[]>, byte[]> change)
    {
        var payload = await test.QueryAsync<byte[]>("SELECT payload FROM oppslagslogg.block WHERE number = @block", new { block });
        await test.TamperAsync(
            "UPDATE oppslagslogg.block SET payload = @changed WHERE number = @block",
            new { block, changed = change(Tukling.Frames(payload)) });
    }

    private static async Task AssertOnlyAsync(LogUnderTest test, Kind kind, long block, long? record = null)
    {
        var fault = Assert.Single((await test.VerifyAsync()).Faults);
        Assert.Equal((kind, 1, 1, block, record), (fault.Kind, fault.Writer!.Value, fault.Segment ?? 1, fault.Block!.Value, fault.Record));
    }
}
