using OcrService.Recognition;

namespace OcrService.Api.Contract;

/// <summary>passport: the data page of a passport.</summary>
internal static class PassportContract
{
    /// <summary>The country code that asks for the machine readable zone only.</summary>
    public const string General = "GENERAL";

    /// <summary>The country code that asks for the full Chinese passport.</summary>
    public const string China = "CHN";

    /// <summary>Which reader; null lets the page decide.</summary>
    public static ChoiceParameter CountryCode { get; } = new(
        "country_code",
        [General, China],
        "Selects the reader: GENERAL = machine readable zone only, CHN = full Chinese passport. Without it the service decides by "
            + "itself which kind of passport it sees.");

    public static CardContract Value { get; } = new()
    {
        Name = "passport",
        Summary = "Passport",
        Description =
            "Reads the data page of a passport. Ordinary Chinese electronic passports are read in full (printed fields and Chinese "
            + "text); all others are read through the two-line machine readable zone, which yields seven fields.",
        Parameters = [CountryCode],
        Plan = new ReadingPlan { DetectDirection = true, FindMrz = true },
        Fields =
        [
            new("passport_type", "Type letter: P ordinary, W diplomatic, G service. Chinese passports only.", "P"),
            new("country_code", "Three-letter code of the issuing state.", "UTO", Always: true),
            new("passport_number", "Passport number.", "X12345678", Always: true),
            new("nationality", "Nationality in English. Chinese passports only.", "CHINESE"),
            new("surname", "Surname in Latin capitals.", "SAMPLE", Always: true),
            new("given_name", "Given names in Latin capitals, separated by a space.", "ALEX JORDAN", Always: true),
            new("sex", "M or F.", "M", Always: true),
            new("date_of_birth", "Date of birth, YYYY-MM-DD.", "1985-09-18", Always: true),
            new("date_of_expiry", "Date of expiry, YYYY-MM-DD.", "2030-01-15", Always: true),
            new("date_of_issue", "Date of issue, YYYY-MM-DD. Chinese passports only.", "2020-07-09"),
            new("place_of_birth", "Place of birth in Latin capitals. Chinese passports only.", "HUNAN"),
            new("place_of_issue", "Place of issue in Latin capitals. Chinese passports only.", "GUANGDONG"),
            new("issuing_authority", "Issuing authority in English. Chinese passports only.", "MPS Exit & Entry Administration"),
            new("machine_code", "First line of the machine readable zone. Not of Chinese passports.", "P<UTOSAMPLE<<ALEX<JORDAN<<<<<<<<<<<<<<<<<<<<"),
            new("machine_code2", "Second line of the machine readable zone. Not of Chinese passports.", "X123456785UTO8509185M3001156<<<<<<<<<<<<<<00"),
            new("extra_info", "Extra data in the local script; {} by default.", null, Always: true,
            [
                new("local_language", "Of Chinese passports.", null, Always: false,
                [
                    new("name", "Name.", "示例"),
                    new("sex", "Sex.", "女"),
                    new("place_of_birth", "Place of birth.", "湖南"),
                    new("place_of_issue", "Place of issue.", "广东"),
                    new("issuing_authority", "Issuing authority.", "公安部出入境管理局"),
                    new("nationality", "Nationality.", "中国"),
                ]),
            ]),
        ],
    };
}
