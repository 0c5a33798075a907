package io.github.archrm.solver;

import io.github.archrm.train.TaskTrainer;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the work on a task is kept for a later call: {@code state.json} with the votes, and for
 * every member with an unfinished model its checkpoint. A disk without room costs the later call
 * its start, and no more.
 */
final class TaskFolder {
  private static final Logger LOG = LoggerFactory.getLogger(TaskFolder.class);

  private final String task;
  private final Optional<Path> folder;
  private boolean usable;

  /**
   * @param task id, for messages
   * @param folder empty to keep nothing
   */
  TaskFolder(String task, Optional<Path> folder) {
    this.task = task;
    this.folder = folder;
    this.usable = folder.isPresent();
  }

  /** The state that an earlier call left; a new one if there is none that can be used. */
  TaskState read(int members) {
    return folder
        .map(path -> TaskState.read(stateFile(path), members))
        .orElseGet(() -> new TaskState(members));
  }

  /** Keeps a state for a later call, or nothing at all. */
  void keep(TaskState state) {
    if (folder.isEmpty()) {
      return;
    }
    if (usable) {
      try {
        state.write(stateFile(folder.get()));
        return;
      } catch (IOException e) {
        giveUp(e);
      }
    }
    delete();
  }

  /** Whether a model's training is kept. */
  boolean save(TaskTrainer trainer, int member) {
    if (usable) {
      try {
        Files.createDirectories(folder.get());
        trainer.save(checkpoint(member));
      } catch (IOException e) {
        giveUp(e);
      }
    }
    return usable;
  }

  Path checkpoint(int member) {
    return folder.orElseThrow().resolve("member-" + member + ".safetensors");
  }

  private static Path stateFile(Path folder) {
    return folder.resolve("state.json");
  }

  private void giveUp(IOException e) {
    usable = false;
    LOG.warn("{}: its training cannot be kept: {}", task, e.toString());
  }

  void delete() {
    if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.get())) {
      for (Path file : files) {
        Files.delete(file);
      }
      Files.delete(folder.get());
    } catch (IOException e) {
      LOG.warn("{}: cannot be deleted: {}", folder.get(), e.toString());
    }
  }
}
