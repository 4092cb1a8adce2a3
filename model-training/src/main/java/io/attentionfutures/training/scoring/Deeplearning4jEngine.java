package io.attentionfutures.training.scoring;

import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.forecast.model.BundledNetwork;
import io.attentionfutures.forecast.model.ModelBundleException;
import io.attentionfutures.forecast.model.NetworkScorer;
import io.attentionfutures.forecast.model.ScoringEngine;
import io.attentionfutures.forecast.model.ScoringEngineException;
import io.attentionfutures.forecast.model.ScoringEngines;
import io.attentionfutures.training.network.Network;
import java.util.OptionalInt;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Scores the networks that were trained here, with the library that trained them: on the machine's
 * processor, or on a graphics processor in a build with the profile {@code cuda}.
 */
public final class Deeplearning4jEngine implements ScoringEngine {

    // nd4j-cuda-11.6 holds machine code for 3.7 to 8.6, which 8.9 runs too, and nothing to compile
    // for newer ones: there it starts, and fails at the first operation.
    private static final int OLDEST_CAPABILITY = 37;
    private static final int NEWEST_CAPABILITY = 89;

    @Override
    public String name() {
        return ScoringEngines.DEEPLEARNING4J;
    }

    @Override
    public boolean available() {
        try {
            return Nd4j.getBackend() != null;
        } catch (LinkageError | RuntimeException e) {
            return false;
        }
    }

    @Override
    public boolean uses(int device) {
        if (!available() || Nd4j.getEnvironment().isCPU()) {
            return false;
        }
        NativeOps devices = NativeOpsHolder.getInstance().getDeviceNativeOps();
        return device < devices.getAvailableDevices()
                && obstacle(devices.getDeviceMajor(device), devices.getDeviceMinor(device))
                        .isEmpty();
    }

    @Override
    public NetworkScorer open(BundledNetwork network, OptionalInt device) {
        Architecture architecture = network.manifest().architecture();
        if (!architecture.isTrainable()) {
            throw new ModelBundleException(
                    "network '"
                            + network.name()
                            + "' was imported: score it with the engine 'onnx'");
        }
        if (!available()) {
            throw new ScoringEngineException("deeplearning4j does not run on this machine");
        }
        if (device.isPresent()) {
            use(device.getAsInt());
        }
        Network trained =
                Network.of(architecture, network.manifest().hidden(), network.parameters(), 0, 0);
        return BlockScorer.open(trained);
    }

    /** Makes a graphics processor that of the calling thread. */
    private static void use(int device) {
        if (Nd4j.getEnvironment().isCPU()) {
            throw new ScoringEngineException(
                    "deeplearning4j is here for the processor only: build with the Maven profile"
                            + " cuda, or use the engine 'onnx'");
        }
        NativeOps devices = NativeOpsHolder.getInstance().getDeviceNativeOps();
        if (device >= devices.getAvailableDevices()) {
            throw new ScoringEngineException(
                    "there is no graphics processor "
                            + device
                            + ", only "
                            + devices.getAvailableDevices());
        }
        String obstacle = obstacle(devices.getDeviceMajor(device), devices.getDeviceMinor(device));
        if (!obstacle.isEmpty()) {
            throw new ScoringEngineException(obstacle);
        }
        Nd4j.getAffinityManager().unsafeSetDevice(device);
    }

    /** Why nothing can be computed on a graphics processor of this kind; empty if it can. */
    static String obstacle(int major, int minor) {
        int capability = 10 * major + minor;
        if (capability >= OLDEST_CAPABILITY && capability <= NEWEST_CAPABILITY) {
            return "";
        }
        return String.format(
                "the graphics processor has compute capability %d.%d, deeplearning4j's CUDA build"
                        + " runs on %.1f to %.1f: use the engine 'onnx'",
                major, minor, OLDEST_CAPABILITY / 10.0, NEWEST_CAPABILITY / 10.0);
    }
}
