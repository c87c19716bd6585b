using System.Diagnostics;
using OcrService.Documents;
using OcrService.Documents.Fields;
using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Imaging;
using OcrService.Specimens;
using SkiaSharp;

namespace OcrService.Recognition.Tests.WholePath;

/// <summary>Beginning, end and breaking off, with models of the test's own: nothing else may hold native objects meanwhile.</summary>
[Collection(WholePathRuns.OwnModels)]
public sealed class WholePathLifeTests
{
    [Fact]
    public async Task Whatever_was_read_all_native_objects_are_gone_at_the_end()
    {
        NativeHandles.Live.ShouldBe(0, "a test before this one left native objects behind");
        using Recognizer recognizer = Recognizer.Open(new RecognitionOptions { Workers = 2 });
        int loaded = NativeHandles.Live;
        loaded.ShouldBeGreaterThan(0);

        byte[] page = Page();
        Task<Outcome<Page>>[] good = [.. Enumerable.Range(0, 2).Select(_ => ReadAsync(recognizer, page))];
        (await Task.WhenAll(good)).ShouldAllBe(o => o.Value!.Lines.Count > 0);
        NativeHandles.Live.ShouldBe(loaded, "reading a page left native objects behind");
        (await ReadAsync(recognizer, page[..(page.Length / 2)])).Fault.ShouldBe(ImageFaults.Corrupt);
        using (CancellationTokenSource leaves = new(TimeSpan.FromMilliseconds(80)))
            await Should.ThrowAsync<OperationCanceledException>(() => ReadAsync(recognizer, page, leaves.Token));
        NativeHandles.Live.ShouldBe(loaded, "a reading that was broken off left native objects behind");

        // Accents of Spanish are asked of Tesseract too, whose engines are kept until the end.
        (await recognizer.RecognizeAsync(
            WholePathModels.Admit(page),
            new ReadingPlan { DetectDirection = true },
            (read, picture) => (Outcome<TextLine>)picture.ReadLine(read.Lines[0].Quad, FieldScript.Spanish).ShouldNotBeNull(),
            CancellationToken.None)).Value.ShouldNotBeNull();
        NativeHandles.Live.ShouldBeGreaterThan(loaded, "no engine was made, so this test would not see one leak");

        recognizer.Dispose();

        NativeHandles.Live.ShouldBe(0);
        (await ReadAsync(recognizer, page)).Fault.ShouldBe(RecognitionFaults.Stopping);
    }

    [Fact]
    public async Task A_reading_ends_soon_after_its_time_is_over_or_its_caller_is_gone()
    {
        // Only shares of the time that this machine needs for the whole page are compared: processors differ, and others use them too.
        byte[] page = LongPage();
        using Recognizer patient = Recognizer.Open(new RecognitionOptions { Workers = 1 });
        patient.WarmUp();
        TimeSpan whole = await TimeAsync(async () => (await ReadAsync(patient, page)).Value.ShouldNotBeNull());
        TimeSpan limit = whole / 10;

        TimeSpan left = await TimeAsync(async () =>
        {
            using CancellationTokenSource leaves = new(limit);
            await Should.ThrowAsync<OperationCanceledException>(() => ReadAsync(patient, page, leaves.Token));
        });
        left.ShouldBeLessThan(whole / 2);

        using CancellationTokenSource gone = new();
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => ReadAsync(patient, page, gone.Token));

        using Recognizer hasty = Recognizer.Open(new RecognitionOptions { Workers = 1, Timeout = limit });
        TimeSpan over = await TimeAsync(async () => (await ReadAsync(hasty, page)).Fault.ShouldBe(RecognitionFaults.Timeout));
        over.ShouldBeLessThan(whole / 2);
    }

    private static Task<Outcome<Page>> ReadAsync(Recognizer recognizer, byte[] file, CancellationToken cancellationToken = default) =>
        recognizer.RecognizeAsync(WholePathModels.Admit(file), new ReadingPlan { DetectDirection = true }, cancellationToken);

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        long started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started);
    }

    private static byte[] Page()
    {
        using Specimen page = TextPage.Render(6);
        return page.ToPng();
    }

    /// <summary>Four pages side by side: seconds of work, so that a turn of the machine's scheduler does not decide what is compared.</summary>
    private static byte[] LongPage()
    {
        Specimen[] pages = [.. Enumerable.Range(6, 4).Select(TextPage.Render)];
        using Specimen sheet = new(
            new SKBitmap(pages.Sum(p => p.Bitmap.Width), pages.Max(p => p.Bitmap.Height)),
            new SpecimenTruth([], [], new Dictionary<string, string>(), [], Document: null));
        using SKCanvas canvas = new(sheet.Bitmap);
        int left = 0;
        foreach (Specimen page in pages)
        {
            canvas.DrawBitmap(page.Bitmap, left, 0);
            left += page.Bitmap.Width;
            page.Dispose();
        }

        return sheet.ToPng();
    }
}
