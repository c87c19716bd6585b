namespace OcrService.Documents.Tests.Mrz;

/// <summary>Machine readable lines of Chinese travel permits, and of cards whose issuers have rules of their own. Nobody holds these numbers.</summary>
internal static class PermitSpecimens
{
    public static readonly string[] Cs = ["CSC000000004<3501014<9001011<2"];

    public static readonly string[] CsLetter = ["CSCA00000004<3412307<8512316<0"];

    public static readonly string[] Cd = ["CDL000000007<3501014<9001011<6"];

    public static readonly string[] CdChild = ["CDL999999902<3006014<2006028<4"];

    public static readonly string[] CrHongKong =
        ["CRH9999000160133501014M9001011", "NBPJLBLOLCOCMKNEAABQ0000015<42", "YANG<<BEN<CE<SHI<<<<<<<<<<<<<<"];

    public static readonly string[] CrMacao =
        ["CRM9999000220003006014F2006028", "NAOJLJLJMIML<<<<AAC90000015<54", "XU<<GOU<REN<<<<<<<<<<<<<<<<<<<"];

    public static readonly string[] Ct =
        ["CT00000000<00133501014F9001011", "NBPJLBLOLCOCMKNEAABZ0000000007", "YANG<<BEN<CE<SHI<<<<<<<<<<3500"];

    public static readonly string[] Cf =
        ["CFHA999900180003001019M9001011", "NAOJLJLJMIMLA<<UTOBQ0000015<46", "SPECIMENSEN<<TEST<ALPHA<<<<<<<"];

    public static readonly string[] C1999 =
        ["C<CHN002224290207<<<<<<<<08<<4", "9001011F0912312H99990001006122", "CHUNG<<MAN<SHUN<<<<<<<<<<<<<<<"];

    public static readonly string[] Cambodia =
        ["IDKHM9990000010<<<<<<<<<<<<<<<", "9001011F3501014KHM<<<<<<<<<<<6", "TEST<<KUMRU<<<<<<<<<<<<<<<<<<<"];

    public static readonly string[] Cambodia2 =
        ["IDKHM9990000021<<<<<<<<<<<<<<<", "8512316M3412307KHM<<<<<<<<<<<2", "BANLAENG<<KLAENG<<<<<<<<<<<<<<"];

    public static readonly string[] Chile =
        ["INCHL9990000010E99<<<<<<<<<<<<", "9001011F3501014CHL99000001<8<9", "PRUEBA<EJEMPLO<<FICTICIA<ANA<<"];

    public static readonly string[] ChileLetters =
        ["INCHLA000000011E99<<<<<<<<<<<<", "8512316M3412318CHL99000014<K<9", "MUESTRA<INVENTADA<<NINGUNO<<<<"];

    public static readonly string[] Macao =
        ["IDMAC90000010<0<<<<<<<<<<<<<<<", "9001011M3501014CHN<<<<<<<<<<<6", "CHUNG<<MAN<SHUN<<<<<<<<<<<<<<<"];

    public static readonly string[] MacaoWithoutNationality =
        ["IDMAC90000010<0<<<<<<<<<<<<<<<", "9001011M3501014<<<<<<<<<<<<<<6", "CHUNG<<MAN<SHUN<<<<<<<<<<<<<<<"];

    public static readonly TheoryData<string, string[]> All = new()
    {
        { "CS", Cs }, { "CS", CsLetter }, { "CD", Cd }, { "CD", CdChild }, { "CR", CrHongKong }, { "CR", CrMacao }, { "CT", Ct }, { "CF", Cf },
        { "C<", C1999 }, { "TD1", Cambodia }, { "TD1", Cambodia2 }, { "TD1", Chile }, { "TD1", ChileLetters }, { "TD1", Macao },
        { "TD1", MacaoWithoutNationality },
    };

    public static readonly TheoryData<string, string[]> OneOfEach = new()
    {
        { "CS", CsLetter }, { "CD", Cd }, { "CR", CrMacao }, { "CT", Ct }, { "CF", Cf }, { "C<", C1999 }, { "TD1", ChileLetters },
    };
}
