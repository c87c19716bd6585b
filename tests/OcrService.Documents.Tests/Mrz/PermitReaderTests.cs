using OcrService.Documents.Mrz;
using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Mrz;

public sealed class PermitReaderTests
{
    private static readonly DateOnly Today = new(2026, 1, 15);

    [Theory]
    [MemberData(nameof(PermitSpecimens.All), MemberType = typeof(PermitSpecimens))]
    public void A_clear_zone_is_returned_letter_by_letter(string format, string[] lines)
    {
        MrzDocument? fromText = MrzReader.Read(lines, Today);
        fromText.ShouldNotBeNull();
        fromText.Format.ShouldBe(format);
        fromText.Lines.ShouldBe(lines);
        fromText.Fields.Values.Where(f => f.Check == MrzCheck.Failed).ShouldBeEmpty();
        fromText.Composite.ShouldBe(MrzCheck.Passed);

        MrzZone zone = new MrzNoise(1) { Readings = 3 }.Zone(lines);
        MrzReader.Read(zone, Today).ShouldNotBeNull().Lines.ShouldBe(lines);
        MrzReader.IsBeyondDoubt(zone).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(PermitSpecimens.OneOfEach), MemberType = typeof(PermitSpecimens))]
    public void Noisy_readings_of_one_line_vote(string format, string[] lines)
    {
        int exact = 0;
        for (int seed = 0; seed < 8; seed++)
        {
            MrzNoise noise = new(seed) { Confused = 0.06, Dropped = 0.06, Doubled = 0.04, LostAlone = lines.Length == 1 ? 0.2 : 0, Readings = 3 };
            MrzDocument? document = MrzReader.Read(noise.Zone(lines), Today);
            exact += document is not null && document.Format == format && document.Lines.SequenceEqual(lines) ? 1 : 0;
        }

        exact.ShouldBeGreaterThanOrEqualTo(7);
    }

    [Fact]
    public void The_single_line_has_a_number_and_two_dates()
    {
        MrzDocument document = MrzReader.Read(PermitSpecimens.CsLetter, Today)!;

        document[MrzFieldName.Number].ShouldBe("CA0000000");
        document.ExpiryDate(Today).ShouldBe(new DateOnly(2034, 12, 30));
        document.BirthDate(Today).ShouldBe(new DateOnly(1985, 12, 31));
        document.Fields[MrzFieldName.Number].Check.ShouldBe(MrzCheck.Passed);
        document.Fields.ContainsKey(MrzFieldName.Surname).ShouldBeFalse();
    }

    [Theory]
    [InlineData("C5C000000004<3501014<9001011<2")]
    [InlineData("CSC0000000043501014<90010112")]
    [InlineData("CSC00000000435010149001011<2")]
    [InlineData("C5C00O00O004<35O1014K9001011<2")]
    public void The_single_line_survives_lookalikes_and_lost_fillers(string line) =>
        MrzReader.Read([line], Today).ShouldNotBeNull().Lines.ShouldBe(PermitSpecimens.Cs);

    [Theory]
    [InlineData("I<UTOZE000509<9<<<<<<<<<<<<<<<")]
    [InlineData("00000000000000000000000000000<")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("6222020000000000000 0000000000")]
    [InlineData("CERTIFICATE OF COMPLETION 2025")]
    [InlineData("CSC000000004<3513014<9000011<2")]
    [InlineData("2025010220350101 C00000000 CHN")]
    public void Other_lines_are_no_permit(string line) => MrzReader.Read([line], Today).ShouldBeNull();

    [Fact]
    public void A_single_line_does_not_win_by_leaving_out_other_lines() =>
        MrzReader.Read([PermitSpecimens.Cs[0], "SPECIMEN<WITHOUT<VALUE<<<<<<<<"], Today).ShouldBeNull();

    [Fact]
    public void The_permit_of_Hong_Kong_has_all_its_fields()
    {
        MrzDocument document = MrzReader.Read(PermitSpecimens.CrHongKong, Today)!;

        document[MrzFieldName.Number].ShouldBe("H99990001");
        document[MrzFieldName.Renewals].ShouldBe("01");
        document.ExpiryDate(Today).ShouldBe(new DateOnly(2035, 1, 1));
        document[MrzFieldName.Sex].ShouldBe("M");
        document.BirthDate(Today).ShouldBe(new DateOnly(1990, 1, 1));
        ChineseNameCode.Decode(document[MrzFieldName.NameCode]).ShouldBe("样本测试");
        document[MrzFieldName.NameFlags].ShouldBe("AA");
        document[MrzFieldName.BirthCentury].ShouldBe("B");
        document[MrzFieldName.IdentityNumber].ShouldBe("Q0000015");
        document[MrzFieldName.Surname].ShouldBe("YANG");
        document[MrzFieldName.GivenNames].ShouldBe("BEN CE SHI");
        foreach (MrzFieldName name in (MrzFieldName[])[MrzFieldName.Number, MrzFieldName.Renewals, MrzFieldName.ExpiryDate, MrzFieldName.BirthDate, MrzFieldName.IdentityNumber])
        {
            document.Fields[name].Check.ShouldBe(MrzCheck.Passed, name.ToString());
        }

        document.NameMayBeCut.ShouldBeFalse();
    }

    [Fact]
    public void A_shorter_name_and_a_child_of_Macao_are_read_alike()
    {
        MrzDocument document = MrzReader.Read(PermitSpecimens.CrMacao, Today)!;

        ChineseNameCode.Decode(document[MrzFieldName.NameCode]).ShouldBe("虚构人");
        document[MrzFieldName.IdentityNumber].ShouldBe("90000015");
        document[MrzFieldName.Renewals].ShouldBe("00");
        document[MrzFieldName.BirthCentury].ShouldBe("C");
        document.BirthDate(Today).ShouldBe(new DateOnly(2020, 6, 2));
    }

    [Fact]
    public void The_century_says_which_of_two_birth_dates_it_is()
    {
        string[] lines = ["CRM9999000220003006014F2006028", "NAOJLJLJMIML<<<<AAB90000015<54", "XU<<GOU<REN<<<<<<<<<<<<<<<<<<<"];

        MrzReader.Read(lines, Today).ShouldNotBeNull().BirthDate(Today).ShouldBe(new DateOnly(1920, 6, 2));
    }

    [Fact]
    public void The_permit_of_Taiwan_has_an_issuing_place_and_no_check_on_the_identity_number()
    {
        MrzDocument document = MrzReader.Read(PermitSpecimens.Ct, Today)!;

        document[MrzFieldName.Number].ShouldBe("00000000");
        document[MrzFieldName.IdentityNumber].ShouldBe("Z000000000");
        document.Fields[MrzFieldName.IdentityNumber].Check.ShouldBe(MrzCheck.None);
        document[MrzFieldName.IssuePlace].ShouldBe("3500");
        document[MrzFieldName.GivenNames].ShouldBe("BEN CE SHI");
        ChineseNameCode.Decode(document[MrzFieldName.NameCode]).ShouldBe("样本测试");
    }

    [Fact]
    public void An_issuing_place_that_lost_a_digit_is_not_beyond_doubt()
    {
        MrzZone zone = new MrzNoise(1).Zone(PermitSpecimens.Ct);
        MrzReading names = zone.Lines[2].Readings[0];
        MrzReading shorter = names with { Symbols = [.. names.Symbols.Where((_, k) => k != 27)] };

        MrzReader.IsBeyondDoubt(new MrzZone([zone.Lines[0], zone.Lines[1], zone.Lines[2] with { Readings = [shorter] }])).ShouldBeFalse();
        MrzReader.Read(new MrzZone([zone.Lines[0], zone.Lines[1], zone.Lines[2] with { Readings = [shorter, names, names] }]), Today)
            .ShouldNotBeNull().Lines.ShouldBe(PermitSpecimens.Ct);
    }

    [Fact]
    public void Two_readings_that_lost_a_digit_of_the_place_are_put_right_by_the_third()
    {
        string[] lines = [PermitSpecimens.Ct[0], PermitSpecimens.Ct[1], "SU<<KAIHSIEN<<<<<<<<<<<<<<6400"];
        MrzZone zone = new MrzNoise(1) { Readings = 3 }.Zone(lines);
        MrzLine names = zone.Lines[2];
        IReadOnlyList<MrzReading> readings = [.. names.Readings.Select((r, i) => i == 1 ? r : r with { Symbols = [.. r.Symbols.Where((_, k) => k != 27)] })];

        MrzReader.Read(new MrzZone([zone.Lines[0], zone.Lines[1], names with { Readings = readings }]), Today).ShouldNotBeNull().Lines.ShouldBe(lines);
    }

    [Fact]
    public void A_composite_digit_of_Taiwan_that_fails_says_nothing()
    {
        string[] lines = [PermitSpecimens.Ct[0], PermitSpecimens.Ct[1][..29] + "1", PermitSpecimens.Ct[2]];

        foreach (MrzDocument? document in (MrzDocument?[])[MrzReader.Read(lines, Today), MrzReader.Read(new MrzNoise(4) { Readings = 3 }.Zone(lines), Today)])
        {
            document.ShouldNotBeNull().Lines.ShouldBe(lines);
            document.Composite.ShouldBe(MrzCheck.None);
            document.Fields.Values.ShouldAllBe(f => f.Corrected.Count == 0);
        }
    }

    [Fact]
    public void A_wrong_digit_in_a_permit_is_reported()
    {
        string[] lines = ["CRH9999000170133501014M9001011", PermitSpecimens.CrHongKong[1], PermitSpecimens.CrHongKong[2]];

        MrzDocument document = MrzReader.Read(new MrzNoise(4) { Readings = 3 }.Zone(lines), Today)!;

        document.Lines.ShouldBe(lines);
        document.Fields[MrzFieldName.Number].Check.ShouldBe(MrzCheck.Failed);
        document.Composite.ShouldBe(MrzCheck.Failed);
    }

    [Fact]
    public void The_permit_of_other_nationals_has_a_nationality()
    {
        MrzDocument document = MrzReader.Read(PermitSpecimens.Cf, Today)!;

        document[MrzFieldName.Number].ShouldBe("HA9999001");
        document[MrzFieldName.Nationality].ShouldBe("UTO");
        ChineseNameCode.Decode(document[MrzFieldName.NameCode]).ShouldBe("虚构人");
        document[MrzFieldName.Surname].ShouldBe("SPECIMENSEN");
        document[MrzFieldName.IdentityNumber].ShouldBe("Q0000015");
    }

    [Fact]
    public void The_permit_of_1999_has_telegraph_codes_and_both_centuries()
    {
        MrzDocument document = MrzReader.Read(PermitSpecimens.C1999, Today)!;

        document[MrzFieldName.Number].ShouldBe("H9999000100");
        document[MrzFieldName.NameCode].ShouldBe("002224290207");
        document.BirthDate(Today).ShouldBe(new DateOnly(1990, 1, 1));
        document.ExpiryDate(Today).ShouldBe(new DateOnly(2009, 12, 31));
        document[MrzFieldName.Surname].ShouldBe("CHUNG");
    }

    [Fact]
    public void A_letter_K_that_no_check_digit_tells_from_a_filler_stays_in_the_Chilean_number()
    {
        MrzDocument document = MrzReader.Read(PermitSpecimens.ChileLetters, Today)!;

        document[MrzFieldName.Optional2].ShouldBe("99000014<K");
        document[MrzFieldName.Number].ShouldBe("A00000001");
    }

    [Fact]
    public void Cards_of_other_states_may_begin_with_C_as_well()
    {
        string[] lines = ["C<ITACA00000AA4<<<<<<<<<<<<<<<", "6412308F2212304ITA<<<<<<<<<<<0", "ROSSI<<BIANCA<<<<<<<<<<<<<<<<<"];

        MrzDocument document = MrzReader.Read(lines, Today).ShouldNotBeNull();

        document.Format.ShouldBe("TD1");
        document.Lines.ShouldBe(lines);
    }
}
