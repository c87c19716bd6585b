using System.Text.Json;
using OcrService.Documents;

namespace OcrService.Api.Contract;

/// <summary>Writes what was found on a card: the fields in their order, then the map of confidences.</summary>
internal static class CardResponseWriter
{
    public static void Write(Utf8JsonWriter writer, DocumentResult card)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("result"u8);
        WriteNodes(writer, card.Nodes);
        writer.WriteStartObject("confidence"u8);
        foreach ((string key, float confidence) in card.Confidences)
            writer.WriteNumber(key, WireNumbers.Confidence(confidence));

        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteNodes(Utf8JsonWriter writer, IReadOnlyList<ResultNode> nodes)
    {
        foreach (ResultNode node in nodes)
        {
            switch (node)
            {
                case ResultText text:
                    writer.WriteString(text.Key, text.Value);
                    break;
                case ResultGroup group:
                    writer.WriteStartObject(group.Key);
                    WriteNodes(writer, group.Nodes);
                    writer.WriteEndObject();
                    break;
                default:
                    throw new InvalidOperationException($"Node '{node.Key}' has no wire form.");
            }
        }
    }
}
