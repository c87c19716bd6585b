using System.Diagnostics;
using OcrService.Native.Tests.Support;

namespace OcrService.Native.Tests;

public sealed class TesseractEngineTests : NativeTest
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);
    private static readonly Lazy<byte[]> s_english = new(() => File.ReadAllBytes(TestFiles.Traineddata("eng")!));

    [TesseractFact]
    public void Digits_are_read_with_their_places()
    {
        // Without a list of letters: with one, the engine drops the space between the words.
        using TesseractEngine engine = TesseractEngine.Open(s_english.Value, "eng");
        var page = new PrintedText("24683  13579", "55512");

        TesseractReading reading = engine.Recognize(page.Gray, page.Width, page.Height, PageSegMode.SingleBlock, s_minute, CancellationToken.None);

        reading.Text.ShouldBe("24683 13579\n55512");
        reading.Words.Select(w => w.Text).ShouldBe(["24683", "13579", "55512"]);
        reading.Confidence.ShouldBeInRange(0.5f, 1);
        reading.Words.ShouldAllBe(w => w.Confidence >= 0 && w.Confidence <= 1);
        TesseractWord second = reading.Words[1];
        second.Left.ShouldBeInRange((8 * 35) - 6, (8 * 35) + 6);
        second.Right.ShouldBeInRange((13 * 35) - 10 - 6, (13 * 35) - 10 + 6);
        second.Top.ShouldBeInRange(35 - 6, 35 + 6);
        second.Bottom.ShouldBeInRange(70 - 6, 70 + 6);
    }

    [TesseractFact]
    public void One_engine_reads_page_after_page()
    {
        using TesseractEngine engine = OpenDigits();
        foreach (string digits in (string[])["11772", "90210", "46464"])
        {
            var page = new PrintedText(digits);
            engine.Recognize(page.Gray, page.Width, page.Height, PageSegMode.SingleLine, s_minute, CancellationToken.None).Text.ShouldBe(digits);
        }
    }

    [TesseractFact]
    public void An_empty_page_has_no_words()
    {
        using TesseractEngine engine = OpenDigits();
        byte[] white = new byte[200 * 100];
        Array.Fill(white, (byte)255);

        TesseractReading reading = engine.Recognize(white, 200, 100, PageSegMode.Auto, s_minute, CancellationToken.None);

        reading.Text.ShouldBeEmpty();
        reading.Words.ShouldBeEmpty();
        reading.Confidence.ShouldBe(0);
    }

    [TesseractFact]
    public void A_tiny_picture_does_no_harm()
    {
        using TesseractEngine engine = OpenDigits();

        engine.Recognize([0], 1, 1, PageSegMode.SingleLine, s_minute, CancellationToken.None).Words.ShouldBeEmpty();
    }

    [TesseractFact]
    public void A_deadline_ends_a_long_page_early()
    {
        using TesseractEngine engine = OpenDigits();
        PrintedText page = LongPage();
        TimeSpan whole = Measure(() => engine.Recognize(page.Gray, page.Width, page.Height, PageSegMode.SingleBlock, s_minute, CancellationToken.None));

        TimeSpan until = Measure(() => Should.Throw<TimeoutException>(
            () => engine.Recognize(page.Gray, page.Width, page.Height, PageSegMode.SingleBlock, whole / 10, CancellationToken.None)));

        until.ShouldBeLessThan(whole * 0.8);
    }

    [TesseractFact]
    public void A_client_that_leaves_ends_a_long_page_early()
    {
        using TesseractEngine engine = OpenDigits();
        PrintedText page = LongPage();
        using var client = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));

        Should.Throw<OperationCanceledException>(
            () => engine.Recognize(page.Gray, page.Width, page.Height, PageSegMode.SingleBlock, s_minute, client.Token));

        var next = new PrintedText("90210");
        engine.Recognize(next.Gray, next.Width, next.Height, PageSegMode.SingleLine, s_minute, CancellationToken.None).Text.ShouldBe("90210");
    }

    [TesseractFact]
    public async Task Two_pages_at_once_are_refused()
    {
        using TesseractEngine engine = OpenDigits();
        PrintedText page = LongPage();
        using var client = new CancellationTokenSource();

        Task first = Task.Run(() => engine.Recognize(page.Gray, page.Width, page.Height, PageSegMode.SingleBlock, s_minute, client.Token));
        SpinWait.SpinUntil(() => engine.IsReading || first.IsCompleted, TimeSpan.FromSeconds(10));
        Should.Throw<InvalidOperationException>(() => engine.SetVariable("tessedit_char_whitelist", "1"));
        await client.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
    }

    [TesseractFact]
    public void Wrong_arguments_are_refused()
    {
        using TesseractEngine engine = OpenDigits();

        Should.Throw<ArgumentException>(() => engine.Recognize(new byte[5], 2, 3, PageSegMode.Auto, s_minute, CancellationToken.None));
        Should.Throw<ArgumentOutOfRangeException>(
            () => engine.Recognize(new byte[40_000], 40_000, 1, PageSegMode.Auto, s_minute, CancellationToken.None));
        Should.Throw<ArgumentException>(() => engine.SetVariable("no_such_variable", "1"));
    }

    [Fact]
    public void Bytes_that_are_no_trained_data_are_refused()
    {
        Should.Throw<ArgumentException>(() => TesseractEngine.Open([], "eng"));
        Should.Throw<NativeOcrException>(() => TesseractEngine.Open(new byte[1000], "eng")).Function.ShouldBe("TessBaseAPIInit5");
        Should.Throw<NativeOcrException>(() => TesseractEngine.Open("these are no trained data"u8, "eng")).Message.ShouldContain("eng");
    }

    [TesseractFact]
    public void A_closed_engine_refuses_to_read()
    {
        TesseractEngine engine = OpenDigits();
        engine.Dispose();

        Should.Throw<ObjectDisposedException>(() => engine.Recognize([0], 1, 1, PageSegMode.Auto, s_minute, CancellationToken.None));
    }

    private static TesseractEngine OpenDigits()
    {
        TesseractEngine engine = TesseractEngine.Open(s_english.Value, "eng");
        engine.SetVariable("tessedit_char_whitelist", "0123456789");
        return engine;
    }

    private static PrintedText LongPage() => new([.. Enumerable.Range(0, 120).Select(i => $"{12345 + (i * 1001)} {98765 - (i * 1001)} {45678 + i}")]);

    private static TimeSpan Measure(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }
}
