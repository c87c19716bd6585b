using System.Text.Json;
using OcrService.Documents;

namespace OcrService.Api.Contract;

/// <summary>
/// Reads a request body in one pass and in place. The picture's Base64 text can be ten megabytes, so it never becomes a string:
/// it stays a slice of the body.
/// </summary>
internal static class RequestReader
{
    /// <summary>
    /// The request, or the fault that comes first in the contract's order: <see cref="RequestFaults.ImageTextTooLong"/>,
    /// <see cref="RequestFaults.NotJson"/>, <see cref="RequestFaults.InvalidParameter"/>.
    /// </summary>
    /// <param name="body">The body; escapes inside the picture's text are undone in it.</param>
    /// <param name="parameters">What the endpoint knows beside image and url. Other members are ignored.</param>
    /// <param name="maxImageText">Most characters of Base64 text.</param>
    public static Outcome<OcrRequest> Read(Memory<byte> body, IReadOnlyList<Parameter> parameters, int maxImageText)
    {
        var members = new Members(parameters);
        Fault? fault;
        try
        {
            fault = members.Scan(body.Span);
        }
        catch (JsonException)
        {
            fault = RequestFaults.NotJson;
        }

        Memory<byte> image = members.Image is { } range ? body[range] : default;
        // An escape that cannot be Base64 is left standing, and decoding stumbles over it when its turn comes.
        if (members.ImageIsEscaped && JsonEscapes.UndoInPlace(image.Span) is { } length)
            image = image[..length];

        if (image.Length > maxImageText)
            return RequestFaults.ImageTextTooLong;
        if (fault is not null)
            return fault;
        if (image.IsEmpty == string.IsNullOrEmpty(members.Url))
            return RequestFaults.InvalidParameter;

        return new OcrRequest(image, image.IsEmpty ? members.Url : null, members.Values);
    }

    private sealed class Members(IReadOnlyList<Parameter> parameters)
    {
        public Range? Image { get; private set; }

        public bool ImageIsEscaped { get; private set; }

        public string? Url { get; private set; }

        public Dictionary<Parameter, object?> Values { get; } = [];

        /// <summary>Goes through the whole body, past a bad member too: broken JSON behind it is the graver fault.</summary>
        public Fault? Scan(ReadOnlySpan<byte> body)
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return RequestFaults.NotJson;

            bool valid = true;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                valid &= ScanMember(ref reader);

            // A last read finds out whether anything but white space follows the object.
            reader.Read();
            return valid ? null : RequestFaults.InvalidParameter;
        }

        private bool ScanMember(ref Utf8JsonReader reader)
        {
            bool isImage = JsonTexts.Is(ref reader, "image"u8);
            bool isUrl = JsonTexts.Is(ref reader, "url"u8);
            Parameter? parameter = isImage || isUrl ? null : Find(ref reader);
            reader.Read();
            int depth = reader.CurrentDepth;
            bool valid = true;
            if (isImage)
                valid = ScanImage(ref reader);
            else if (isUrl)
                valid = ScanUrl(ref reader);
            else if (parameter is not null)
                valid = ScanParameter(ref reader, parameter);

            SkipRest(ref reader, depth);
            return valid;
        }

        private Parameter? Find(ref Utf8JsonReader reader)
        {
            foreach (Parameter parameter in parameters)
            {
                if (JsonTexts.Is(ref reader, parameter.Utf8Name))
                    return parameter;
            }

            return null;
        }

        private bool ScanImage(ref Utf8JsonReader reader)
        {
            Image = null;
            ImageIsEscaped = false;
            if (reader.TokenType == JsonTokenType.Null)
                return true;
            if (reader.TokenType != JsonTokenType.String)
                return false;

            int start = checked((int)reader.TokenStartIndex) + 1;
            Image = start..(start + reader.ValueSpan.Length);
            ImageIsEscaped = reader.ValueIsEscaped;
            return true;
        }

        private bool ScanUrl(ref Utf8JsonReader reader)
        {
            Url = null;
            if (reader.TokenType == JsonTokenType.Null)
                return true;
            if (reader.TokenType != JsonTokenType.String)
                return false;

            try
            {
                Url = reader.GetString();
                return true;
            }
            catch (InvalidOperationException)
            {
                // Half a surrogate pair or broken UTF-8: well-formed JSON, but no text.
                return false;
            }
        }

        private bool ScanParameter(ref Utf8JsonReader reader, Parameter parameter)
        {
            Values.Remove(parameter);
            if (reader.TokenType == JsonTokenType.Null)
                return true;

            bool valid = parameter.TryRead(ref reader, out object? value);
            if (valid)
                Values[parameter] = value;
            return valid;
        }

        /// <summary>Moves to the end of the member's value, wherever inside it the reader stands.</summary>
        private static void SkipRest(ref Utf8JsonReader reader, int depth)
        {
            while (reader.CurrentDepth > depth || reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                if (!reader.Read())
                    return;
            }
        }
    }
}
