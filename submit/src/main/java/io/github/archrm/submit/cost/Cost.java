package io.github.archrm.submit.cost;

import com.google.gson.JsonObject;

/**
 * What it took to solve something.
 *
 * @param device where it was solved, such as {@code cpu} or {@code gpu:0}
 * @param workerSeconds wall-clock seconds for which a worker was occupied, its start included
 * @param processorSeconds seconds of all processor cores together; NaN if unknown
 * @param peakBytes the most memory that the worker's process held, GPUs' not counted; 0 if unknown
 */
public record Cost(String device, double workerSeconds, double processorSeconds, long peakBytes) {

  /** Both, one after the other. */
  public Cost plus(Cost other) {
    return new Cost(
        device.equals(other.device) ? device : device + ", " + other.device,
        workerSeconds + other.workerSeconds,
        processorSeconds + other.processorSeconds,
        Math.max(peakBytes, other.peakBytes));
  }

  /** As it stands in results.json. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("device", device);
    json.addProperty("worker_seconds", workerSeconds);
    json.addProperty(
        "processor_seconds", Double.isFinite(processorSeconds) ? processorSeconds : null);
    json.addProperty("peak_bytes", peakBytes == 0 ? null : peakBytes);
    return json;
  }
}
