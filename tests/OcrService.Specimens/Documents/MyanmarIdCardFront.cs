using OcrService.Specimens.People;

namespace OcrService.Specimens.Documents;

internal abstract class MyanmarIdCardFront(bool old) : MyanmarIdCard("front", old)
{
    private protected override void Fill(Dictionary<string, string> fields, Dictionary<string, string> printed, Dice dice)
    {
        DateOnly birth = Old ? dice.Between(new DateOnly(1938, 2, 1), new DateOnly(1977, 12, 31)) : Crowd.Birth(dice);
        DateOnly issue = Old ? dice.Between(new DateOnly(1990, 1, 4), new DateOnly(2008, 12, 31)) : birth.AddYears(dice.Between(10, 14)).AddDays(dice.Between(0, 300));
        DateOnly computers = dice.Between(new DateOnly(2009, 1, 5), new DateOnly(2024, 5, 31));
        if (!Old && issue < computers) issue = computers;
        Bilingual number = Number(dice), blood = Burmese.BloodGroup(dice);
        string rhesus = dice.Chance(0.15) ? "+" : "";

        fields["nrc_id"] = number.Burmese;
        fields["issue_date"] = NativeDigits.Burmese(Hyphened(issue));
        fields["name"] = Burmese.Name(dice).Burmese;
        fields["father_name"] = Burmese.Father(dice).Burmese;
        fields["birth"] = NativeDigits.Burmese(Hyphened(birth));
        fields["bloodlines_religion"] = Burmese.Belonging(dice);
        fields["height"] = Burmese.Height(dice);
        fields["blood_group"] = dice.Chance(0.5) ? blood.Latin + rhesus : blood.Burmese;
        fields["translation_info.nrc_id_translation"] = number.Latin;
        fields["translation_info.birth_translation"] = Hyphened(birth);
        printed["mark"] = Burmese.Mark(dice);
    }

    private static string Hyphened(DateOnly date) => date.ToString("d-M-yyyy");
}

/// <summary>Printed by a computer, with a colour portrait.</summary>
internal sealed class MyanmarIdCardFrontNew() : MyanmarIdCardFront(old: false);

/// <summary>Typed on a form that has faded.</summary>
internal sealed class MyanmarIdCardFrontOld() : MyanmarIdCardFront(old: true);
