using OcrService.Specimens.People;

namespace OcrService.Specimens.Documents;

/// <summary>
/// One side of a citizenship scrutiny card of Myanmar. Asked for in Unicode and with the forms in Latin letters; how names are
/// romanised is not defined, so no romanised name is expected; nor is the class of a back, which shows nothing that tells it.
/// </summary>
internal abstract class MyanmarIdCard(string side, bool old) : DocumentSpecimen($"myanmar-id-card-{side}-{(old ? "old" : "new")}", "myanmar-id-card")
{
    private static readonly IReadOnlyDictionary<string, object> Members = new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["convert_unicode"] = true,
        ["return_confidence"] = true,
        ["return_translation"] = true,
    };

    public override IReadOnlyDictionary<string, object> Request => Members;

    protected bool Old { get; } = old;

    internal override CardContent Invent(Dice dice)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["side"] = side };
        if (side == "front")
            fields["class"] = Old ? "old_version" : "new_version";
        var printed = new Dictionary<string, string>(StringComparer.Ordinal);
        Fill(fields, printed, dice);
        foreach ((string name, string value) in fields) printed.TryAdd(name, value);
        return new CardContent(printed, fields, []);
    }

    /// <summary>Adds the fields of the side, and what is printed otherwise than on the wire.</summary>
    private protected abstract void Fill(Dictionary<string, string> fields, Dictionary<string, string> printed, Dice dice);

    private protected Bilingual Number(Dice dice) => NrcNumbers.Invent(dice, Old && dice.Chance(0.2) ? 5 : 6);
}
