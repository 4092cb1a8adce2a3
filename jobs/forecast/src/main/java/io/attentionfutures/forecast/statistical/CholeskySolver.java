package io.attentionfutures.forecast.statistical;

/** Solves small symmetric positive definite systems by Cholesky's decomposition. */
final class CholeskySolver {

    private CholeskySolver() {}

    /**
     * Solves {@code (A + penalty · I) x = b}; the result is left as it was if rounding has made the
     * matrix indefinite.
     *
     * @param a lower triangle of a positive semidefinite matrix
     * @param penalty above zero
     */
    static void solve(double[][] a, double penalty, double[] b, double[] x) {
        int n = b.length;
        double[][] l = new double[n][n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (i == j) {
                    sum += penalty;
                    if (!(sum > 0)) {
                        return;
                    }
                    l[i][i] = Math.sqrt(sum);
                } else {
                    l[i][j] = sum / l[j][j];
                }
            }
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= l[i][k] * y[k];
            }
            y[i] = sum / l[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = y[i];
            for (int k = i + 1; k < n; k++) {
                sum -= l[k][i] * x[k];
            }
            x[i] = sum / l[i][i];
        }
    }
}
