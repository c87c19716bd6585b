using OcrService.Specimens.Cards;

namespace OcrService.Specimens.People;

/// <summary>Makes up a holder of a Chinese electronic passport. Numbers are of the ranges E000000nn and EA00000nn, which nobody holds.</summary>
internal static class ChinesePassport
{
    private static readonly IReadOnlyList<Province> Provinces = Resources.Read<IReadOnlyList<Province>>("Texts/provinces.json");

    private static readonly (string Han, string Latin)[] Authorities =
    [
        ("公安部出入境管理局", "MPS Exit & Entry Administration"),
        ("中华人民共和国国家移民管理局", "National Immigration Administration, PRC"),
    ];

    public static PassportContent Invent(Dice dice)
    {
        Person person = Crowd.Chinese(dice);
        (DateOnly issue, DateOnly expiry) = PassportContent.Validity(dice);
        string number = (dice.Chance(0.5) ? "E000000" : "EA00000") + dice.Digits(2);
        Province born = dice.Pick(Provinces), issued = dice.Pick(Provinces);
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
            ["date_of_birth"] = PassportContent.Wire(person.Birth),
            ["date_of_expiry"] = PassportContent.Wire(expiry),
            ["date_of_issue"] = PassportContent.Wire(issue),
            ["place_of_birth"] = born.Latin,
            ["place_of_issue"] = issued.Latin,
            // The contract unifies every abbreviation of the country's name.
            ["issuing_authority"] = authority.Replace("PRC", "P.R.China", StringComparison.Ordinal),
        };
        var local = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = person.Han,
            ["sex"] = hanSex,
            ["place_of_birth"] = born.Han,
            ["place_of_issue"] = issued.Han,
            ["issuing_authority"] = hanAuthority,
            ["nationality"] = "中国",
        };
        var printed = new Dictionary<string, string>(fields, StringComparer.Ordinal)
        {
            ["printed_type"] = dice.Chance(0.7) ? "P" : "PO",
            ["printed_han_name"] = person.Han,
            ["printed_name"] = $"{person.Surname}, {person.Given}",
            ["printed_sex"] = $"{hanSex}/{person.Sex}",
            ["printed_nationality"] = "中国/CHINESE",
            ["printed_birth"] = PassportContent.Bilingual(person.Birth),
            ["printed_issue"] = PassportContent.Bilingual(issue),
            ["printed_expiry"] = PassportContent.Bilingual(expiry),
            ["printed_birth_place"] = $"{born.Han}/{born.Latin}",
            ["printed_issue_place"] = $"{issued.Han}/{issued.Latin}",
            ["printed_han_authority"] = hanAuthority,
            ["issuing_authority"] = authority,
            ["mrz_1"] = mrz[0],
            ["mrz_2"] = mrz[1],
        };
        return new PassportContent(printed, fields, local, mrz);
    }

    internal sealed record Province(string Han, string Latin);
}
