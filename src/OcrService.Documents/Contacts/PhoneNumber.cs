namespace OcrService.Documents.Contacts;

/// <summary>Finds telephone numbers in text: Chinese mobile and landline numbers, service numbers, and international ones with a plus sign.</summary>
internal static class PhoneNumber
{
    /// <summary>A number as printed, without blanks, and where it stands; null when there is none.</summary>
    public static (string Text, int Start, int End)? Find(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if ((!char.IsAsciiDigit(text[i]) && text[i] is not ('+' or '(' or '（')) || (i > 0 && char.IsAsciiLetterOrDigit(text[i - 1])))
                continue;
            int end = i;
            List<char> kept = [];
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '+' or '-' or ' ' or '(' or ')' or '（' or '）' or '转'))
            {
                if (char.IsAsciiDigit(text[end]) || text[end] is '-' or '转' || (text[end] == '+' && kept.Count == 0))
                    kept.Add(text[end] == '转' ? '-' : text[end]);
                else if (text[end] == '+')
                    break;
                end++;
            }

            string number = new string([.. kept]).Trim('-');
            if (IsPhone(number) && (end >= text.Length || !char.IsAsciiLetter(text[end])))
                return (number, i, end);
            i = Math.Max(i, end - 1);
        }

        return null;
    }

    private static bool IsPhone(string number)
    {
        string digits = string.Concat(number.Where(char.IsAsciiDigit));
        if (number.StartsWith("+86", StringComparison.Ordinal))
            digits = digits[2..];
        else if (number.StartsWith('+'))
            return digits.Length is >= 8 and <= 15;
        else if (digits.StartsWith("86", StringComparison.Ordinal) && digits.Length == 13)
            digits = digits[2..];
        if (digits.Length == 11 && digits[0] == '1' && digits[1] is >= '3' and <= '9')
            return true;
        if ((digits.StartsWith("400", StringComparison.Ordinal) || digits.StartsWith("800", StringComparison.Ordinal)) && digits.Length == 10)
            return true;
        // Area code (0 and two or three digits), seven or eight digits, at most five of an extension behind a dash.
        string[] parts = number.Split('-', StringSplitOptions.RemoveEmptyEntries);
        if (digits.StartsWith('0'))
            return parts.Length > 1 ? parts[0].Length is 3 or 4 && parts[1].Length is 7 or 8 && (parts.Length < 3 || parts[2].Length <= 5) : digits.Length is >= 10 and <= 12;
        return parts.Length == 1 && digits.Length == 8 && digits[0] is >= '2' and <= '8';
    }
}
