package io.github.archrm.submit;

/** A worker died, hung or reported an error: the try of one task is lost. */
final class WorkerFailure extends Exception {
  WorkerFailure(String message) {
    super(message);
  }
}
