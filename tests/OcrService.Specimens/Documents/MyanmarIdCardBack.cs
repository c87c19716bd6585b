using OcrService.Specimens.People;

namespace OcrService.Specimens.Documents;

internal abstract class MyanmarIdCardBack(bool old) : MyanmarIdCard("back", old)
{
    private protected override void Fill(Dictionary<string, string> fields, Dictionary<string, string> printed, Dice dice)
    {
        string serial = "9990" + dice.Digits(2);
        string letters = dice.Chance(0.5) ? $"{dice.Letter()}{dice.Letter()}" : "";
        fields["card_id"] = Old || letters.Length == 0 ? NativeDigits.Burmese(serial) : letters + serial;
        fields["nrc_id_back"] = Number(dice).Burmese;
        fields["profession"] = Burmese.Profession(dice);
        fields["address"] = Burmese.Address(dice);
    }
}

internal sealed class MyanmarIdCardBackNew() : MyanmarIdCardBack(old: false);

internal sealed class MyanmarIdCardBackOld() : MyanmarIdCardBack(old: true);
