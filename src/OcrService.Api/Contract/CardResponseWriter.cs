using System.Text.Json;
using OcrService.Documents;
using OcrService.Documents.Pages;

namespace OcrService.Api.Contract;

/// <summary>Writes what was found on a card: the fields in their order, then the confidences.</summary>
internal static class CardResponseWriter
{
    public static void Write(Utf8JsonWriter writer, DocumentResult card, Page page)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("result"u8);
        WriteNodes(writer, card.Nodes, page);
        if (card.Confidences is { } confidences)
        {
            writer.WriteStartObject("confidence"u8);
            WriteNodes(writer, confidences, page);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteNodes(Utf8JsonWriter writer, IReadOnlyList<ResultNode> nodes, Page page)
    {
        foreach (ResultNode node in nodes)
        {
            switch (node)
            {
                case ResultText text:
                    writer.WriteString(text.Key, text.Value);
                    break;
                case ResultFlag flag:
                    writer.WriteBoolean(flag.Key, flag.Value);
                    break;
                case ResultNumber number:
                    writer.WriteNumber(number.Key, number.Value);
                    break;
                case ResultScore score:
                    writer.WriteNumber(score.Key, WireNumbers.Confidence(score.Value));
                    break;
                case ResultImage image:
                    writer.WriteBase64String(image.Key, image.Jpeg.Span);
                    break;
                case ResultList list:
                    writer.WriteStartArray(list.Key);
                    foreach (string value in list.Values)
                        writer.WriteStringValue(value);
                    writer.WriteEndArray();
                    break;
                case ResultLocation location:
                    WriteLocation(writer, location, page);
                    break;
                case ResultGroup group:
                    writer.WriteStartObject(group.Key);
                    WriteNodes(writer, group.Nodes, page);
                    writer.WriteEndObject();
                    break;
                default:
                    throw new InvalidOperationException($"Node '{node.Key}' has no wire form.");
            }
        }
    }

    private static void WriteLocation(Utf8JsonWriter writer, ResultLocation location, Page page)
    {
        writer.WriteStartArray(location.Key);
        foreach (IReadOnlyList<int> corner in WireNumbers.Location(location.Value, page))
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(corner[0]);
            writer.WriteNumberValue(corner[1]);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }
}
