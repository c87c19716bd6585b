namespace OcrService.Battery.Fuzzing;

/// <summary>Makes a case smaller as long as it still fails: leaves out ever shorter stretches, the end first.</summary>
internal static class Minimiser
{
    /// <summary>The smaller case; the case itself when nothing can be left out.</summary>
    /// <param name="input">A case that fails.</param>
    /// <param name="fails">Whether another one fails too.</param>
    /// <param name="attempts">Most calls of <paramref name="fails"/>.</param>
    public static async Task<byte[]> ShrinkAsync(byte[] input, Func<byte[], Task<bool>> fails, int attempts)
    {
        for (int block = input.Length / 2; block > 0 && attempts > 0; block /= 2)
        {
            for (int at = input.Length - block; at >= 0 && attempts > 0; at -= block)
            {
                if (at + block > input.Length) continue;
                byte[] shorter = [.. input.AsSpan(0, at), .. input.AsSpan(at + block)];
                attempts--;
                if (await fails(shorter)) input = shorter;
            }
        }

        return input;
    }
}
