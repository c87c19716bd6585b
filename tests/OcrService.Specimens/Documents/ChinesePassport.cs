using OcrService.Specimens.Cards;
using OcrService.Specimens.People;

namespace OcrService.Specimens.Documents;

/// <summary>The data page of the Chinese electronic passport, with the local fields. Numbers are of the ranges E000000nn and EA00000nn, which nobody holds.</summary>
internal sealed class ChinesePassport() : DocumentSpecimen("passport-chn", "passport")
{
    private static readonly (string Han, string Latin)[] Authorities =
    [
        ("公安部出入境管理局", "MPS Exit & Entry Administration"),
        ("中华人民共和国国家移民管理局", "National Immigration Administration, PRC"),
    ];

    // Committed figures and seeds of tests were found with these throws.
    private protected override Dice Throw(int seed) => new(seed);

    internal override CardContent Invent(Dice dice)
    {
        Person person = Crowd.Chinese(dice);
        (DateOnly issue, DateOnly expiry) = PassportDates.Validity(dice);
        string number = (dice.Chance(0.5) ? "E000000" : "EA00000") + dice.Digits(2);
        Province born = dice.Pick(Province.All), issued = dice.Pick(Province.All);
        (string hanAuthority, string authority) = dice.Pick(Authorities);
        string hanSex = person.Sex == "M" ? "男" : "女";
        IReadOnlyList<string> mrz = Td3.Compose(
            "PO", "CHN", person.Surname, person.Given, number, "CHN", person.Birth, person.Sex, expiry, Td3.GbkNibbles(person.Han));

        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["passport_type"] = "P",
            ["country_code"] = "CHN",
            ["passport_number"] = number,
            ["nationality"] = "CHINESE",
            ["surname"] = person.Surname,
            ["given_name"] = person.Given,
            ["sex"] = person.Sex,
            ["date_of_birth"] = PassportDates.Wire(person.Birth),
            ["date_of_expiry"] = PassportDates.Wire(expiry),
            ["date_of_issue"] = PassportDates.Wire(issue),
            ["place_of_birth"] = born.Latin,
            ["place_of_issue"] = issued.Latin,
            // The contract unifies every abbreviation of the country's name.
            ["issuing_authority"] = authority.Replace("PRC", "P.R.China", StringComparison.Ordinal),
            ["extra_info.local_language.name"] = person.Han,
            ["extra_info.local_language.sex"] = hanSex,
            ["extra_info.local_language.place_of_birth"] = born.Han,
            ["extra_info.local_language.place_of_issue"] = issued.Han,
            ["extra_info.local_language.issuing_authority"] = hanAuthority,
            ["extra_info.local_language.nationality"] = "中国",
        };
        var printed = new Dictionary<string, string>(fields, StringComparer.Ordinal)
        {
            ["printed_type"] = dice.Chance(0.7) ? "P" : "PO",
            ["printed_han_name"] = person.Han,
            ["printed_name"] = $"{person.Surname}, {person.Given}",
            ["printed_sex"] = $"{hanSex}/{person.Sex}",
            ["printed_nationality"] = "中国/CHINESE",
            ["printed_birth"] = PassportDates.Bilingual(person.Birth),
            ["printed_issue"] = PassportDates.Bilingual(issue),
            ["printed_expiry"] = PassportDates.Bilingual(expiry),
            ["printed_birth_place"] = $"{born.Han}/{born.Latin}",
            ["printed_issue_place"] = $"{issued.Han}/{issued.Latin}",
            ["printed_han_authority"] = hanAuthority,
            ["issuing_authority"] = authority,
            ["mrz_1"] = mrz[0],
            ["mrz_2"] = mrz[1],
        };
        return new CardContent(printed, fields, mrz);
    }
}
