using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OcrService.Documents.Pages;
using OcrService.Specimens;

namespace OcrService.Benchmarks.Samples;

/// <summary>The truth of a specimen as JSON. Places are four [x, y] in whole pixels, from the top left on, clockwise.</summary>
internal static class TruthFile
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(SpecimenTruth truth) => new JsonObject
    {
        ["fields"] = new JsonObject(truth.Fields.Select(f => KeyValuePair.Create(f.Key, (JsonNode?)f.Value))),
        ["mrz"] = new JsonArray([.. truth.MrzLines.Select(l => (JsonNode)l)]),
        ["document"] = Place(truth.Document),
        ["portrait"] = Place(truth.Portrait),
        ["ignored"] = new JsonArray([.. truth.Ignored.Select(t => (JsonNode)t)]),
        ["lines"] = new JsonArray([.. truth.Lines.Select(l => new JsonObject { ["text"] = l.Text, ["value"] = l.Value, ["place"] = Place(l.Quad) })]),
    }.ToJsonString(Json);

    private static JsonArray? Place(Quad? quad) => quad is { } q
        ? new JsonArray([.. ((PagePoint[])[q.TopLeft, q.TopRight, q.BottomRight, q.BottomLeft]).Select(p => new JsonArray((int)MathF.Round(p.X), (int)MathF.Round(p.Y)))])
        : null;
}
