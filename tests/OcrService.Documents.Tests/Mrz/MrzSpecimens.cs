namespace OcrService.Documents.Tests.Mrz;

/// <summary>
/// Machine readable lines of people who do not exist: ICAO Doc 9303's own examples, computed ones of the state UTO, and official
/// specimens of states.
/// </summary>
internal static class MrzSpecimens
{
    public static readonly string[] Td3Icao =
        ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"];

    public static readonly string[] Td3EmptyOptional =
        ["P<UTOSPECIMENSEN<<TEST<ALPHA<<<<<<<<<<<<<<<<", "ZE000509<9UTO9001011F3501014<<<<<<<<<<<<<<<8"];

    public static readonly string[] Td3ZeroOptional =
        ["P<UTOSPECIMENSEN<<TEST<ALPHA<<<<<<<<<<<<<<<<", "ZE000509<9UTO9001011F3501014<<<<<<<<<<<<<<08"];

    public static readonly string[] Td3Chinese =
        ["POCHNYANG<<BENCESHI<<<<<<<<<<<<<<<<<<<<<<<<<", "E000000008CHN9001011M3501014NBPJLBLOLCOCA912"];

    public static readonly string[] Td3Chinese2 =
        ["POCHNXU<<GOUREN<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", "EA00000008CHN8512316F3412307NAOJLJLJMIMLB934"];

    public static readonly string[] Td3HongKong =
        ["P<CHNCHUNG<<MAN<SHUN<<<<<<<<<<<<<<<<<<<<<<<<", "K000000000CHN9001011M3501014<<<<<<<<<<<<<<<6"];

    public static readonly string[] Td3Latvian =
        ["PALVAMOHAMADA<<FARIDA<<<<<<<<<<<<<<<<<<<<<<<", "LT00000004XXC8605102F1210314111111<11648<<86"];

    public static readonly string[] Td2 = ["I<UTOSPECIMENSEN<<TEST<ALPHA<<<<<<<<", "ZE000509<9UTO9001011F3501014<<<<<<<8"];

    public static readonly string[] Td2Icao = ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"];

    public static readonly string[] Td1 =
        ["I<UTOZE000509<9<<<<<<<<<<<<<<<", "9001011F3501014UTO<<<<<<<<<<<8", "SPECIMENSEN<<TEST<ALPHA<<<<<<<"];

    public static readonly string[] Td1LongNumber =
        ["I<UTOZE0005090<0010<<<<<<<<<<<", "9001011F3501014UTO<<<<<<<<<<<2", "SPECIMENSEN<<TEST<ALPHA<<<<<<<"];

    public static readonly string[] Td1Icao =
        ["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"];

    public static readonly string[] Td1Slovenian =
        ["I<SI<09999100180706966505468<<", "6606079F0807276SI<<<<<<<<<<<<0", "VZOREC<<TINA<<<<<<<<<<<<<<<<<<"];

    public static readonly string[] VisaA =
        ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<"];

    public static readonly string[] VisaB = ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<"];

    public static readonly string[] FrenchId = ["IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "8806923102858CORINNE<<<<<<<6512068F6"];

    /// <summary>A fictional country's card: unlisted state, number with a leading filler, composite that fails as printed.</summary>
    public static readonly string[] Td1FailingComposite =
        ["IDCMW<512849702<<<<<<<<<<<<<<<", "6104128M1402209CMW<<<<<<<<<<<1", "PUBLIC<<JON<<<<<<<<<<<<<<<<<<<"];

    public static readonly TheoryData<string, string[]> All = new()
    {
        { "TD3", Td3Icao }, { "TD3", Td3EmptyOptional }, { "TD3", Td3ZeroOptional }, { "TD3", Td3Chinese }, { "TD3", Td3Chinese2 },
        { "TD3", Td3HongKong }, { "TD3", Td3Latvian }, { "TD2", Td2 }, { "TD2", Td2Icao }, { "TD1", Td1 }, { "TD1", Td1LongNumber },
        { "TD1", Td1Icao }, { "TD1", Td1Slovenian }, { "MRV-A", VisaA }, { "MRV-B", VisaB }, { "FRA-ID", FrenchId }, { "TD1", Td1FailingComposite },
    };
}
