using System.Globalization;
using System.Text;
using OcrService.Accounts.Billing;

namespace OcrService.Api.Contract.Accounts;

/// <summary>A statement as a table (RFC 4180). No value needs quotes: names of APIs and projects are letters, digits and hyphens.</summary>
internal static class StatementCsv
{
    public static string Of(Statement statement)
    {
        var csv = new StringBuilder("project_id,month,item,successful,failed,free,packaged,pay_per_use,amount,currency\r\n");
        string start = string.Create(CultureInfo.InvariantCulture, $"{statement.ProjectId},{statement.Month:yyyy-MM}");
        foreach (StatementLine l in statement.Lines)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{start},{l.Api},{l.Successful},{l.Failed},{l.Free},{l.Packaged},{l.PayPerUse},")
                .Append(CultureInfo.InvariantCulture, $"{PriceList.ToAmount(l.ChargeMicros)},{statement.Currency}\r\n");
        }

        csv.Append(CultureInfo.InvariantCulture, $"{start},packages bought,,,,,,{PriceList.ToAmount(statement.PackagesMicros)},{statement.Currency}\r\n");
        csv.Append(CultureInfo.InvariantCulture, $"{start},total,,,,,,{PriceList.ToAmount(statement.TotalMicros)},{statement.Currency}\r\n");
        return csv.ToString();
    }
}
