package io.github.archrm.train.model;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.cuda.CudaUtils;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The engine's operations that DJL's NDArray interface does not offer, and its start.
 *
 * <p>Gradient mode belongs to the calling thread. DJL's own collector is not used: it allows one
 * training in the whole process.
 */
public final class Torch {
  private Torch() {}

  /**
   * Loads the native library and sets its threads; the process keeps the first call's answer.
   *
   * @param device {@code auto}, {@code cpu} or {@code gpu:i}
   * @param threads intra-op threads, at least 1
   * @throws IllegalArgumentException if the device is not one of these or this machine lacks it
   */
  public static Device start(String device, int threads) {
    System.setProperty("ai.djl.offline", "true");
    if (System.getProperty("ai.djl.pytorch.num_interop_threads") == null) {
      System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    }
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    int gpus = Engine.getEngine("PyTorch").getGpuCount();
    JniUtils.setNumThreads(threads);
    JniUtils.setGradMode(false);
    if (device.equals("cpu") || device.equals("auto") && gpus == 0) {
      return Device.cpu();
    }
    if (device.equals("auto")) {
      return Device.gpu(0);
    }
    if (device.matches("gpu:[0-9]{1,3}")) {
      int index = Integer.parseInt(device.substring(4));
      if (index < gpus) {
        return Device.gpu(index);
      }
      throw new IllegalArgumentException(
          "device " + device + ": this machine shows " + gpus + " GPUs");
    }
    throw new IllegalArgumentException("device " + device + ": use auto, cpu or gpu:0, gpu:1, …");
  }

  /** One line for the log: library, device and threads. */
  public static String description(Device device) {
    return "libtorch "
        + Engine.getEngine("PyTorch").getVersion()
        + " on "
        + (device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu")
        + ", "
        + JniUtils.getNumThreads()
        + " intra-op threads";
  }

  /** Bytes of a GPU's memory that are in use, by whomever. */
  public static long memoryInUse(Device gpu) {
    return CudaUtils.getGpuMemory(gpu).getUsed();
  }

  /** Gives GPUs back what freed arrays held. */
  public static void releaseMemory() {
    JniUtils.emptyCudaCache();
  }

  public static void gradients(boolean on) {
    JniUtils.setGradMode(on);
  }

  /** Adds the gradient of a scalar to every leaf it depends on. */
  public static void backward(NDArray scalar) {
    JniUtils.backward((PtNDArray) scalar, (PtNDArray) scalar.onesLike(), false, false);
  }

  /** Standard normal noise made on the manager's device, the same for the same state of random. */
  public static NDArray noise(Shape shape, RandomGenerator random, NDManager manager) {
    manager.getEngine().setRandomSeed(random.nextInt());
    return manager.randomNormal(shape);
  }

  public static void zeroGradient(NDArray leaf) {
    JniUtils.zeroGrad((PtNDArray) leaf);
  }

  /** Runs some work and closes every array it made but its result, which the open NDScope gets. */
  static NDArray keepingResult(Supplier<NDArray> work) {
    NDArray result;
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      result = work.get();
      NDScope.unregister(result);
    }
    NDScope.register(result);
    return result;
  }

  /** x·wᵀ: [..., in] and [out, in] give [..., out]. */
  static NDArray linear(NDArray x, NDArray weight) {
    return JniUtils.linear((PtNDArray) x, (PtNDArray) weight, null);
  }

  static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
    return JniUtils.linear((PtNDArray) x, (PtNDArray) weight, (PtNDArray) bias);
  }

  static NDArray embedding(NDArray indices, NDArray table) {
    return JniUtils.embedding((PtNDArray) indices, (PtNDArray) table, false);
  }

  static NDArray slice(NDArray x, int axis, long from, long to) {
    return JniUtils.slice((PtNDArray) x, axis, from, to, 1);
  }

  public static NDArray relu(NDArray x) {
    return JniUtils.relu((PtNDArray) x);
  }

  public static NDArray sigmoid(NDArray x) {
    return JniUtils.sigmoid((PtNDArray) x);
  }

  public static NDArray softplus(NDArray x) {
    return JniUtils.softPlus((PtNDArray) x);
  }

  static NDArray softmax(NDArray x, int axis) {
    return JniUtils.softmax((PtNDArray) x, axis, DataType.FLOAT32);
  }

  public static NDArray logSoftmax(NDArray x, int axis) {
    return JniUtils.logSoftmax((PtNDArray) x, axis, DataType.FLOAT32);
  }

  public static NDArray gather(NDArray x, NDArray index, int axis) {
    return JniUtils.gather((PtNDArray) x, (PtNDArray) index, axis);
  }

  /**
   * The product, which takes the place of x where no gradient is recorded.
   *
   * @param x is not needed any more
   */
  static NDArray times(NDArray x, NDArray y) {
    return JniUtils.isGradMode() ? x.mul(y) : x.muli(y);
  }

  /** The quotient, likewise. */
  static NDArray over(NDArray x, NDArray y) {
    return JniUtils.isGradMode() ? x.div(y) : x.divi(y);
  }

  /** Euclidean length along the last axis, which stays with length 1. */
  static NDArray length(NDArray x) {
    return JniUtils.norm((PtNDArray) x, 2, new int[] {-1}, true);
  }

  /** Depthwise 3x3 convolution, same size: [n, d, h, w] with a kernel [d, 1, 3, 3]. */
  static NDArray neighbours(NDArray x, NDArray kernel) {
    Shape one = new Shape(1, 1);
    return JniUtils.convolution(
        (PtNDArray) x, (PtNDArray) kernel, null, one, one, one, (int) kernel.getShape().get(0));
  }
}
