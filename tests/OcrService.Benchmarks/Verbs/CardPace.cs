using System.Diagnostics;
using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Scoring;
using OcrService.Specimens;
using OcrService.Specimens.Documents;
using OcrService.Specimens.Wearing;

namespace OcrService.Benchmarks.Verbs;

/// <summary>
/// What reading a card costs beside reading its picture as text: both endpoints in turn on the same photograph of every document, the card with the
/// options that make it tell all fields, the text with <c>detect_direction</c>, since a card is read at any angle.
/// </summary>
internal static class CardPace
{
    public static async Task<Table> CompareAsync(ServiceReader service, int seed, int rounds, CancellationToken cancellationToken)
    {
        var table = new Table("document", "card ms", "web-image ms", "card / web-image");
        List<double> cards = [], texts = [], ratios = [];
        foreach (DocumentSpecimen document in DocumentSpecimen.All)
        {
            using Specimen specimen = document.Render(seed);
            byte[] jpeg = Wear.Apply(specimen, WearKind.Photo, seed).Jpeg;
            byte[] text = ServiceReader.TextRequest(jpeg, detectDirection: true), card = ServiceReader.FieldsRequest(document, jpeg);
            List<double> cardTimes = [], textTimes = [];
            // The first round warms the engines of the document's writing.
            for (int round = 0; round <= rounds; round++)
            {
                double one = await TimeAsync(service, document.Api, card, cancellationToken), other = await TimeAsync(service, "web-image", text, cancellationToken);
                if (round == 0) continue;
                cardTimes.Add(one);
                textTimes.Add(other);
            }

            (double c, double t) = (Quantiles.Median(cardTimes), Quantiles.Median(textTimes));
            cards.Add(c);
            texts.Add(t);
            ratios.Add(c / t);
            table.Add(document.Name, $"{c:F0}", $"{t:F0}", $"{c / t:F2}");
        }

        table.Add("median of all", $"{Quantiles.Median(cards):F0}", $"{Quantiles.Median(texts):F0}", $"{Quantiles.Median(ratios):F2}");
        return table;
    }

    private static async Task<double> TimeAsync(ServiceReader service, string endpoint, byte[] body, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        await service.PostAsync(endpoint, body, cancellationToken);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
