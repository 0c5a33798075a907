package io.github.archrm.submit.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.submit.worker.WorkerFailure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutOfMemoryTest {
  /** What a GPU, its allocator and its libraries throw. */
  @Test
  void wantOfAGpusMemoryIsWantOfMemory() {
    for (String message :
        List.of(
            "CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 15 GiB",
            "CUDA error: out of memory",
            "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
            "CUDA error: CUBLAS_STATUS_NOT_INITIALIZED when calling `cublasCreate(handle)`",
            "cuDNN error: CUDNN_STATUS_ALLOC_FAILED")) {
      String line =
          OutOfMemory.line(new IllegalStateException(new RuntimeException(message))).orElseThrow();
      assertTrue(new WorkerFailure(line).outOfMemory(), line);
      assertEquals(1, line.lines().count(), line);
    }
  }

  @Test
  void otherFailuresOfAGpuAreNone() {
    assertEquals(
        Optional.empty(),
        OutOfMemory.line(new RuntimeException("CUDA error: device-side assert triggered")));
  }
}
