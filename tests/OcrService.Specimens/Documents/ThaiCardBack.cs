namespace OcrService.Specimens.Documents;

/// <summary>The back of the Thai card.</summary>
internal sealed class ThaiCardBack() : DocumentSpecimen("thailand-id-card-back", "thailand-id-card")
{
    internal override CardContent Invent(Dice dice)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["side"] = "back",
            ["card_number"] = dice.Digits(8),
            ["laser_number"] = $"{dice.Letter()}{dice.Letter()}{dice.Digits(1)}-{dice.Digits(7)}-{dice.Digits(2)}",
        };
        return new CardContent(fields, fields, []);
    }
}
