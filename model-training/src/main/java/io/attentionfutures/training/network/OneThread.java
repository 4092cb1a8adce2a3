package io.attentionfutures.training.network;

import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Limits the process's native numerics to one thread: more split the sums differently, and a bundle
 * is no longer the same bytes.
 */
final class OneThread {

    private OneThread() {}

    static void use() {
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        Nd4j.getEnvironment().setMaxThreads(1);
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        if (Nd4j.getEnvironment().isCPU()) {
            openblas.blas_set_num_threads(1);
        }
    }
}
