using System.Diagnostics.Metrics;
using System.Text;

namespace OcrService.Api.Telemetry;

/// <summary>Names and texts as Prometheus has them, made as OpenTelemetry's specification says: dots become underscores, the unit is a suffix.</summary>
internal static class PrometheusNames
{
    public static string Of(Instrument instrument, bool isCounter)
    {
        string name = Of(instrument.Name);
        string unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "ms" => "_milliseconds",
            "By" => "_bytes",
            _ => "",
        };
        return (name.EndsWith(unit, StringComparison.Ordinal) ? name : name + unit) + (isCounter ? "_total" : "");
    }

    public static string Of(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    public static void AppendEscaped(StringBuilder text, string value, bool quotes)
    {
        foreach (char c in value)
        {
            _ = c switch
            {
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '"' when quotes => text.Append("\\\""),
                _ => text.Append(c),
            };
        }
    }
}
