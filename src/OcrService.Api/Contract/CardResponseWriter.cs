using System.Text.Json;

namespace OcrService.Api.Contract;

/// <summary>Writes what was found on a card: the fields in their order, then the map of confidences.</summary>
internal static class CardResponseWriter
{
    public static void Write(Utf8JsonWriter writer, CardResult card)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("result"u8);
        WriteFields(writer, card.Fields);
        writer.WriteStartObject("confidence"u8);
        foreach (CardField field in card.Fields)
        {
            if (field.Confidence is { } confidence)
                writer.WriteNumber(field.Name, WireNumbers.Confidence(confidence));
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter writer, IReadOnlyList<CardField> fields)
    {
        foreach (CardField field in fields)
        {
            if (field.Members is null)
            {
                writer.WriteString(field.Name, field.Text);
                continue;
            }

            writer.WriteStartObject(field.Name);
            WriteFields(writer, field.Members);
            writer.WriteEndObject();
        }
    }
}
