using OcrService.Documents.Pages;

namespace OcrService.Documents.Contacts;

/// <summary>A postal contact; what was not found is empty.</summary>
public sealed record Contact(string Name, string Phone, string Province, string City, string District, string DetailAddress);

/// <summary>
/// Finds a postal contact in the lines of a page: labelled (<c>收件人：…</c>) or not, on one line or over several. Places are told by the
/// table of divisions, numbers by their form, names by their label or by what is left beside a number.
/// </summary>
public sealed class ContactBlock(DivisionTable divisions)
{
    private const string Surnames =
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边";

    private static readonly string[] CompoundSurnames = ["欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "司徒", "夏侯", "端木"];

    private static readonly (Part Part, string[] Labels)[] Labels =
    [
        (Part.Name, ["收件人姓名", "收货人姓名", "联系人姓名", "收件人", "收货人", "寄件人", "联系人", "姓名", "Recipient", "Contact", "Name", "Attn"]),
        (Part.Phone, ["联系电话", "手机号码", "电话号码", "联系方式", "手机号", "手机", "电话", "Telephone", "Mobile", "Phone", "Tel"]),
        (Part.Address, ["收货地址", "收件地址", "联系地址", "详细地址", "通讯地址", "所在地区", "所在地", "住址", "地址", "Address"]),
    ];

    private enum Part
    {
        None,
        Name,
        Phone,
        Address,
    }

    /// <summary>The contact of a page.</summary>
    public Contact Find(IReadOnlyList<TextLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        List<(Part Part, string Text)> pieces = [.. lines.SelectMany(l => Split(l.Text))];
        string phone = "", name = "";
        int phoneAt = -1;
        foreach (bool labelled in (bool[])[true, false])
        {
            for (int i = 0; i < pieces.Count && phone.Length == 0; i++)
            {
                if ((pieces[i].Part == Part.Phone) == labelled && PhoneNumber.Find(pieces[i].Text) is { } found)
                {
                    phone = found.Text;
                    phoneAt = i;
                    pieces[i] = (pieces[i].Part, pieces[i].Text[..found.Start] + " " + pieces[i].Text[found.End..]);
                }
            }
        }

        int labelledName = pieces.FindIndex(p => p.Part == Part.Name && Clean(p.Text).Length > 0);
        if (labelledName >= 0)
            name = FirstName(pieces[labelledName].Text);
        (Place? place, int placeAt) = BestPlace(pieces);
        string address = place is null ? LabelledAddress(pieces) : Detail(pieces, placeAt, place.Value);
        if (name.Length == 0)
            name = NameBeside(pieces, phoneAt, placeAt, place);
        return new Contact(name, phone, place?.Province ?? "", place?.City ?? "", place?.District ?? "", address);
    }

    /// <summary>Cuts a line at its labels. Text before the first label has no part of its own.</summary>
    private static IEnumerable<(Part Part, string Text)> Split(string text)
    {
        List<(int At, int Length, Part Part)> found = [];
        foreach ((Part part, string[] labels) in Labels)
        {
            foreach (string label in labels)
            {
                for (int at = text.IndexOf(label, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(label, at + 1, StringComparison.OrdinalIgnoreCase))
                {
                    int end = at + label.Length;
                    bool colon = end < text.Length && text[end] is ':' or '：';
                    bool latin = char.IsAsciiLetter(label[0]);
                    // A Latin label is a common word unless a colon follows it; a Chinese one counts at the beginning of a line too.
                    if ((colon || (!latin && at == 0)) && !found.Exists(f => at < f.At + f.Length && f.At < end))
                        found.Add((at, colon ? label.Length + 1 : label.Length, part));
                }
            }
        }

        found.Sort((a, b) => a.At.CompareTo(b.At));
        if (found.Count == 0 || found[0].At > 0)
            yield return (Part.None, text[..(found.Count == 0 ? text.Length : found[0].At)]);
        for (int i = 0; i < found.Count; i++)
        {
            int from = found[i].At + found[i].Length;
            yield return (found[i].Part, text[from..(i + 1 < found.Count ? found[i + 1].At : text.Length)]);
        }
    }

    private (Place? Place, int At) BestPlace(List<(Part Part, string Text)> pieces)
    {
        Place? best = null;
        int bestAt = -1, bestScore = 0;
        for (int i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Part is Part.Name or Part.Phone || divisions.Find(pieces[i].Text) is not { } place)
                continue;
            int score = place.Certainty + (pieces[i].Part == Part.Address ? 20 : 0);
            if (score > bestScore)
                (best, bestAt, bestScore) = (place, i, score);
        }

        return (best, bestAt);
    }

    private static string LabelledAddress(List<(Part Part, string Text)> pieces)
    {
        int at = pieces.FindIndex(p => p.Part == Part.Address);
        return at < 0 ? "" : Clean(pieces[at].Text + Continuation(pieces, at));
    }

    private static string Detail(List<(Part Part, string Text)> pieces, int at, Place place)
    {
        string rest = pieces[at].Text[place.End..] + Continuation(pieces, at);
        if (Clean(rest).Length > 0)
            return Clean(rest);
        // "所在地区" and "详细地址" are two labels of one address.
        return Clean(string.Concat(pieces.Where((p, i) => i != at && p.Part == Part.Address).Select(p => p.Text)));
    }

    /// <summary>The lines below that go on with the address: unlabelled, with the words and numbers of a street.</summary>
    private static string Continuation(List<(Part Part, string Text)> pieces, int at)
    {
        string text = "";
        for (int i = at + 1; i < pieces.Count && i <= at + 2 && pieces[i].Part == Part.None && LooksLikeStreet(pieces[i].Text); i++)
            text += pieces[i].Text;
        return text;
    }

    private static bool LooksLikeStreet(string text) => text.Any(char.IsAsciiDigit)
        ? text.IndexOfAny(['号', '室', '栋', '楼', '层', '座', '路', '街', '单', '组', '弄', '幢']) >= 0
        : text.IndexOfAny(['路', '街', '村', '道', '巷']) >= 0 && text.Length <= 20;

    private static string Clean(string text) => text.Trim(' ', ',', '，', '.', '。', ':', '：', ';', '；', '、', '|', '-', '/');

    /// <summary>The name at the head of a labelled value; what follows a comma is something else.</summary>
    private static string FirstName(string text)
    {
        string cleaned = Clean(text);
        int end = cleaned.IndexOfAny([',', '，', ';', '；', '|', '/']);
        return Clean(end < 0 ? cleaned : cleaned[..end]);
    }

    private static string NameBeside(List<(Part Part, string Text)> pieces, int phoneAt, int placeAt, Place? place)
    {
        // Unlabelled blocks put the name before the number or the address, on the same line or the one above.
        foreach (int at in (int[])[phoneAt, placeAt, phoneAt - 1, placeAt - 1])
        {
            if (at < 0 || at >= pieces.Count || pieces[at].Part is Part.Address)
                continue;
            string text = at == placeAt && place is { } p ? pieces[at].Text[..p.Start] : pieces[at].Text;
            foreach (string token in text.Split([' ', ',', '，', ';', '；', '、', '|'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (IsChineseName(token))
                    return token;
            }

            string latin = Clean(text);
            if (IsLatinName(latin))
                return latin;
        }

        return "";
    }

    private static bool IsChineseName(string token) =>
        token.Length is >= 2 and <= 4 && token.All(c => c is >= '\u4E00' and <= '\u9FFF' or '·')
        && (CompoundSurnames.Any(s => token.StartsWith(s, StringComparison.Ordinal)) || (Surnames.Contains(token[0], StringComparison.Ordinal) && token.Length <= 3));

    private static bool IsLatinName(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 4 && words.All(w => char.IsAsciiLetterUpper(w[0]) && w.All(c => char.IsAsciiLetter(c) || c is '.' or '-' or '\''));
    }
}
