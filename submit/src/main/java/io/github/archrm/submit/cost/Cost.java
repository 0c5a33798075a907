package io.github.archrm.submit.cost;

import com.google.gson.JsonObject;
import java.util.Locale;

/**
 * What it took to solve something.
 *
 * @param device where it was solved, such as {@code cpu} or {@code gpu:0}
 * @param workerSeconds wall-clock seconds for which workers were occupied, without their starts
 * @param gpuSeconds seconds of GPUs: the workers' seconds, divided by how many shared a GPU; 0 on a
 *     CPU
 * @param processorSeconds seconds of all processor cores together, as far as the kernel told them;
 *     NaN if it told none
 * @param peakBytes the most memory that a worker's process held, GPUs' not counted; 0 if unknown
 */
public record Cost(
    String device,
    double workerSeconds,
    double gpuSeconds,
    double processorSeconds,
    long peakBytes) {
  private static final double GIB = 1 << 30;

  /** Both, one after the other. */
  public Cost plus(Cost other) {
    return new Cost(
        device.equals(other.device) ? device : device + ", " + other.device,
        workerSeconds + other.workerSeconds,
        gpuSeconds + other.gpuSeconds,
        known(processorSeconds, other.processorSeconds),
        Math.max(peakBytes, other.peakBytes));
  }

  private static double known(double one, double other) {
    return Double.isNaN(one) ? other : Double.isNaN(other) ? one : one + other;
  }

  /** As it stands in results.json. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("device", device);
    json.addProperty("worker_seconds", workerSeconds);
    if (gpuSeconds > 0) {
      json.addProperty("gpu_seconds", gpuSeconds);
    }
    json.addProperty(
        "processor_seconds", Double.isFinite(processorSeconds) ? processorSeconds : null);
    json.addProperty("peak_bytes", peakBytes == 0 ? null : peakBytes);
    return json;
  }

  /** One line. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.1f worker seconds on %s", workerSeconds, device)
        + (gpuSeconds > 0 ? String.format(Locale.ROOT, ", %.1f GPU seconds", gpuSeconds) : "")
        + (Double.isFinite(processorSeconds)
            ? String.format(Locale.ROOT, ", %.1f processor seconds", processorSeconds)
            : "")
        + (peakBytes == 0
            ? ""
            : String.format(Locale.ROOT, ", at most %.2f GiB a worker", peakBytes / GIB));
  }
}
