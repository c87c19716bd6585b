using OcrService.Specimens.People;

namespace OcrService.Specimens.Documents;

/// <summary>An endorsement as printed on the back of an exit-entry permit.</summary>
/// <param name="Kind">Kind, mostly with its letter.</param>
/// <param name="Trips">Number of entries.</param>
/// <param name="Period">Validity.</param>
/// <param name="Remark">Remark; mostly empty.</param>
/// <param name="Issue">Place and day of issue.</param>
/// <param name="Stay">Length of stay, which is no field.</param>
internal sealed record Endorsement(string Kind, string Trips, string Period, string Remark, string Issue, string Stay)
{
    private static readonly string[] Trip = ["一次", "一次", "一次", "二次", "多次", "1次", "2次"];

    private static readonly string[] Remarks = ["深圳", "珠海", "横琴", "一签多行", "一周一行", "大湾区", "随行家属", "仅限团队"];

    private static readonly (string Name, char Letter)[] Overseas =
        [("个人旅游", 'G'), ("团队旅游", 'L'), ("探亲", 'T'), ("商务", 'S'), ("逗留", 'D'), ("其他", 'Q'), ("人才", 'R')];

    private static readonly (string Name, char Letter)[] Taiwan =
        [("团队旅游", 'L'), ("个人旅游", 'G'), ("探亲", 'T'), ("定居", 'D'), ("应邀", 'Y'), ("商务", 'S'), ("学习", 'X'), ("乘务", 'C'), ("其他", 'Q')];

    public static Endorsement Invent(Dice dice, bool taiwan)
    {
        (string name, char letter) = dice.Pick(taiwan ? Taiwan : Overseas);
        DateOnly issue = dice.Between(new DateOnly(2018, 1, 8), new DateOnly(2025, 9, 30));
        DateOnly end = issue.AddMonths(dice.Pick([3, 6, 12, 12])).AddDays(dice.Chance(0.5) ? -1 : 0);
        return new Endorsement(
            dice.Chance(0.75) ? $"{name}({letter})" : name,
            dice.Pick(Trip),
            PermitDates.Period(issue, end),
            dice.Chance(0.4) ? dice.Pick(Remarks) : "",
            $"{dice.Pick(Province.All).Han} {PermitDates.Printed(issue)}",
            dice.Chance(0.4) ? $"每次逗留{dice.Pick([7, 14, 30, 90])}天" : "");
    }
}
