namespace OcrService.Recognition.Inspection;

/// <summary>Least squares.</summary>
internal static class LinearFit
{
    /// <summary>Takes away from <paramref name="values"/> what a constant and a weighted sum of <paramref name="terms"/> explain of them.</summary>
    public static void Subtract(float[] values, float[][] terms)
    {
        double[] weights = Solve(values, terms);
        for (int i = 0; i < values.Length; i++)
            values[i] -= (float)Predict(weights, terms, i);
    }

    private static double Predict(double[] weights, float[][] terms, int i)
    {
        double sum = weights[^1];
        for (int t = 0; t < terms.Length; t++)
            sum += weights[t] * terms[t][i];
        return sum;
    }

    /// <summary>The weights of the terms, and last the constant, by normal equations; 0 for a term that never changes.</summary>
    public static double[] Solve(float[] values, float[][] terms)
    {
        int n = terms.Length + 1;
        double[,] system = new double[n, n + 1];
        double[] row = new double[n + 1];
        for (int i = 0; i < values.Length; i++)
        {
            for (int t = 0; t < terms.Length; t++)
                row[t] = terms[t][i];
            row[n - 1] = 1;
            row[n] = values[i];
            for (int a = 0; a < n; a++)
            {
                for (int b = 0; b <= n; b++)
                    system[a, b] += row[a] * row[b];
            }
        }

        for (int a = 0; a < n; a++)
        {
            // A term that never changes says nothing.
            if (system[a, a] < 1e-6)
                continue;
            for (int b = 0; b < n; b++)
            {
                if (a == b)
                    continue;
                double factor = system[b, a] / system[a, a];
                for (int c = 0; c <= n; c++)
                    system[b, c] -= factor * system[a, c];
            }
        }

        return [.. Enumerable.Range(0, n).Select(a => system[a, a] < 1e-6 ? 0 : system[a, n] / system[a, a])];
    }
}
