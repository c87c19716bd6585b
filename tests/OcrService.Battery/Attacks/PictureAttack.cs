using OcrService.Battery.Pictures;

namespace OcrService.Battery.Attacks;

/// <summary>Sends the hostile pictures to the endpoint that takes all formats, and some of them to a card's.</summary>
internal static class PictureAttack
{
    private const int EveryCard = 8;

    /// <summary>One after the other, so that the slow ones can be named.</summary>
    /// <param name="client">The service.</param>
    /// <param name="report">Where answers are judged.</param>
    /// <param name="pictures">What is sent.</param>
    /// <param name="cancellationToken">Stops the attack.</param>
    public static async Task RunAsync(ServiceClient client, AttackReport report, IEnumerable<PictureFile> pictures, CancellationToken cancellationToken)
    {
        int number = 0;
        foreach (PictureFile picture in pictures)
        {
            byte[] body = ServiceClient.Body(picture.Bytes);
            await report.SendAsync(client, picture.Name, client.PathOf("web-image"), body, cancellationToken);
            if (number++ % EveryCard == 0)
                await report.SendAsync(client, picture.Name + " as passport", client.PathOf("passport"), body, cancellationToken);
        }
    }
}
