using OcrService.Native.Tests.Support;

namespace OcrService.Native.Tests;

public sealed class OnnxSessionTests : NativeTest
{
    [OnnxFact]
    public void A_model_tells_its_inputs_outputs_and_texts()
    {
        using OnnxSession session = OnnxSession.Open(OnnxModelFile.MatrixPower(3));

        session.Inputs.Select(i => i.Name).ShouldBe(["x"]);
        session.Inputs[0].Shape.ShouldBe([-1, -1]);
        session.Outputs.Select(o => o.Name).ShouldBe(["first", "last"]);
        session.Metadata("character").ShouldBe("零\n一");
        session.Metadata("nothing").ShouldBeNull();
    }

    [OnnxFact]
    public void A_run_computes_each_output()
    {
        using OnnxSession session = OnnxSession.Open(OnnxModelFile.MatrixPower(3));

        using OnnxTensor first = session.Run(new float[] { 1, 1, 0, 1 }, [2, 2], CancellationToken.None);
        using OnnxTensor last = session.Run(new float[] { 1, 1, 0, 1 }, [2, 2], 1, CancellationToken.None);

        first.Shape.ShouldBe([2, 2]);
        first.Data.ToArray().ShouldBe([1, 2, 0, 1]);
        last.Data.ToArray().ShouldBe([1, 4, 0, 1]);
    }

    [OnnxFact]
    public void One_session_serves_many_threads()
    {
        using OnnxSession session = OnnxSession.Open(OnnxModelFile.MatrixPower(3));

        Parallel.For(0, 200, i =>
        {
            using OnnxTensor last = session.Run(new float[] { 1, i, 0, 1 }, [2, 2], 1, CancellationToken.None);
            last.Data[1].ShouldBe(4 * i);
        });
    }

    [OnnxFact]
    public void A_large_input_runs_and_gives_its_memory_back()
    {
        using OnnxSession session = OnnxSession.Open(OnnxModelFile.MatrixPower(1));
        float[] input = new float[5 << 20];

        using (OnnxTensor one = session.Run(new float[] { 2 }, [1, 1], CancellationToken.None)) one.Data.ToArray().ShouldBe([4]);

        // Not square, so the multiplication refuses it; the run options of large inputs are accepted all the same.
        Should.Throw<NativeOcrException>(() => session.Run(input, [5, 1 << 20], CancellationToken.None)).Function.ShouldBe("Run");
        using OnnxTensor square = session.Run(input.AsMemory(0, 2100 * 2100), [2100, 2100], CancellationToken.None);
        square.Shape.ShouldBe([2100, 2100]);
    }

    [OnnxFact]
    public async Task A_long_run_ends_when_it_is_cancelled()
    {
        using OnnxSession session = OnnxSession.Open(OnnxModelFile.MatrixPower(5000));
        float[] input = new float[512 * 512];
        using var client = new CancellationTokenSource();

        Task run = Task.Run(() => session.Run(input, [512, 512], client.Token).Dispose());
        await Task.Delay(100);
        run.IsCompleted.ShouldBeFalse("the model is too quick to be cancelled");
        await client.CancelAsync();

        OperationCanceledException ended = await Should.ThrowAsync<OperationCanceledException>(() => run.WaitAsync(TimeSpan.FromSeconds(10)));
        ended.CancellationToken.ShouldBe(client.Token);
    }

    [OnnxFact]
    public void A_cancelled_token_starts_nothing()
    {
        using OnnxSession session = OnnxSession.Open(OnnxModelFile.MatrixPower(1));

        Should.Throw<OperationCanceledException>(() => session.Run(new float[1], [1, 1], new CancellationToken(canceled: true)));
    }

    [OnnxFact]
    public void Wrong_shapes_are_refused()
    {
        using OnnxSession session = OnnxSession.Open(OnnxModelFile.MatrixPower(1));

        Should.Throw<ArgumentException>(() => session.Run(new float[3], [2, 2], CancellationToken.None));
        Should.Throw<ArgumentOutOfRangeException>(() => session.Run(new float[4], [2, 2], 1, CancellationToken.None));
        Should.Throw<NativeOcrException>(() => session.Run(new float[4], [4], CancellationToken.None));
        Should.Throw<NativeOcrException>(() => session.Run(new float[6], [2, 3], CancellationToken.None));
    }

    [OnnxFact]
    public void Bytes_that_are_no_model_are_refused()
    {
        byte[] model = OnnxModelFile.MatrixPower(3);

        Should.Throw<NativeOcrException>(() => OnnxSession.Open([])).Function.ShouldBe("CreateSessionFromArray");
        Should.Throw<NativeOcrException>(() => OnnxSession.Open("no model at all"u8)).NativeText.ShouldNotBeNullOrEmpty();
        Should.Throw<NativeOcrException>(() => OnnxSession.Open(model.AsSpan(0, model.Length / 2)));
    }

    [OnnxFact]
    public void A_closed_session_refuses_to_run_and_its_tensor_lives_on()
    {
        OnnxSession session = OnnxSession.Open(OnnxModelFile.MatrixPower(1));
        OnnxTensor tensor = session.Run(new float[] { 3 }, [1, 1], CancellationToken.None);
        session.Dispose();

        tensor.Data[0].ShouldBe(9);
        Should.Throw<ObjectDisposedException>(() => session.Run(new float[1], [1, 1], CancellationToken.None));
        tensor.Dispose();
        Should.Throw<ObjectDisposedException>(() => tensor.Data.Length);
    }

    [OnnxFact]
    public void Native_code_sees_the_telemetry_switch()
    {
        using OnnxSession session = OnnxSession.Open(OnnxModelFile.MatrixPower(1));

        NativeEnvironment.Get("ORT_DISABLE_TELEMETRY").ShouldBe("1");
        NativeEnvironment.Get("OMP_THREAD_LIMIT").ShouldBe("1");
    }
}
