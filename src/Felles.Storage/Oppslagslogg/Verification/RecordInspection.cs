using Felles.Storage.Oppslagslogg.Format;

namespace Felles.Storage.Oppslagslogg.Verification;

/// <summary>
/// Finds the records that broke a block: places that are missing, stand in another order, or hold a body whose sum fails.
/// </summary>
internal static class RecordInspection
{
    public static List<(LookupLogFaultKind Kind, int Place)> Inspect(ReadOnlySpan<byte> payload, int records)
    {
        var found = new List<(LookupLogFaultKind, int)>();
        var seen = new HashSet<int>();
        var order = new List<int>();
        var at = 0;
        for (var position = 0; at < payload.Length; position++)
        {
            if (!RecordFrame.TryRead(payload, ref at, checkSum: true, out var frame))
            {
                // Behind a broken length no frame can be found again, so nothing can be said of the rest.
                found.Add((LookupLogFaultKind.RecordAltered, position));
                return found;
            }

            var known = frame.Place >= 0 && frame.Place < records && !seen.Contains(frame.Place);
            var place = known ? frame.Place : position;
            if (!frame.SumHolds)
                found.Add((LookupLogFaultKind.RecordAltered, place));
            else if (!known)
                found.Add((LookupLogFaultKind.RecordOutOfPlace, place));
            if (seen.Add(place))
                order.Add(place);
        }

        found.AddRange(OutOfOrder(order).Select(place => (LookupLogFaultKind.RecordOutOfPlace, place)));
        found.AddRange(
            Enumerable.Range(0, records).Where(place => !seen.Contains(place)).Select(place => (LookupLogFaultKind.RecordMissing, place)));
        return found;
    }

    private static IEnumerable<int> OutOfOrder(List<int> order) =>
        order.Zip(order.Order()).Where(pair => pair.First != pair.Second).Select(pair => pair.First);
}
