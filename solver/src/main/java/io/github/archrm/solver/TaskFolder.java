package io.github.archrm.solver;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.AtomicFile;
import io.github.archrm.train.TaskTrainer;
import io.github.archrm.train.file.CheckpointException;
import io.github.archrm.train.file.FieldException;
import io.github.archrm.train.file.Format;
import io.github.archrm.train.file.RecordJson;
import io.github.archrm.train.file.RecordOverrides;
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
 * its start, and no more; so does a file that is damaged, of another version, or of work that began
 * with another task, seed, recipe or trunk.
 */
final class TaskFolder {
  private static final Logger LOG = LoggerFactory.getLogger(TaskFolder.class);

  private static final Format FORMAT = new Format("arc-hrm task", 11);

  /**
   * The file.
   *
   * @param format name and version
   * @param madeOf digest of everything that the work depends on
   */
  private record Content(String format, String madeOf, TaskState.Kept state) {}

  private final Task task;
  private final Optional<Path> folder;
  private final String madeOf;
  private boolean usable;

  /**
   * @param folder empty to keep nothing
   * @param madeOf digest of everything that the work depends on
   */
  TaskFolder(Task task, Optional<Path> folder, String madeOf) {
    this.task = task;
    this.folder = folder;
    this.madeOf = madeOf;
    this.usable = folder.isPresent();
  }

  /**
   * The state that an earlier call left; a new one if there is none that can be used.
   *
   * @param members of the vote
   */
  TaskState read(int members) {
    deleteDrafts(members);
    Optional<Path> file = folder.map(TaskFolder::stateFile).filter(Files::exists);
    if (file.isPresent()) {
      try {
        return read(file.get(), members);
      } catch (JsonParseException e) {
        beginAnew(file.get() + ": is damaged: not valid JSON");
      } catch (IOException | FieldException | IllegalArgumentException e) {
        beginAnew(file.get() + ": is damaged: " + e.getMessage());
      } catch (CheckpointException e) {
        beginAnew(e.getMessage());
      }
    }
    return new TaskState(members);
  }

  /** What a worker that was killed has left. */
  private void deleteDrafts(int members) {
    if (folder.isPresent()) {
      try {
        AtomicFile.deleteDrafts(stateFile(folder.get()));
        for (int member = 0; member < members; member++) {
          AtomicFile.deleteDrafts(checkpoint(member));
        }
      } catch (IOException e) {
        LOG.warn("{}: cannot be cleared: {}", folder.get(), e.toString());
      }
    }
  }

  private TaskState read(Path file, int members) throws IOException, FieldException {
    JsonElement json = RecordOverrides.strict(Files.readString(file));
    if (json.isJsonObject() && json.getAsJsonObject().has("format")) {
      FORMAT.require(file, json.getAsJsonObject().get("format").toString().replace("\"", ""));
    }
    Content content = RecordJson.read(json, Content.class);
    if (!content.madeOf().equals(madeOf)) {
      throw new CheckpointException(file, "of another task, seed, recipe or trunk");
    }
    return TaskState.of(content.state(), members, task.testInputs().size());
  }

  private void beginAnew(String reason) {
    LOG.warn("{}: begun anew: {}", task.id(), reason);
  }

  /** Keeps a state for a later call, or nothing at all. */
  void keep(TaskState state) {
    if (folder.isEmpty()) {
      return;
    }
    if (usable) {
      try {
        Content content = new Content(FORMAT.text(), madeOf, state.keep());
        AtomicFile.write(stateFile(folder.get()), RecordJson.write(content).toString());
        deleteUnneeded(state);
        return;
      } catch (IOException e) {
        giveUp(e);
      }
    }
    delete();
  }

  /** The checkpoints of members whose models do not go on. */
  private void deleteUnneeded(TaskState state) throws IOException {
    for (int member = 0; member < state.members(); member++) {
      if (!state.member(member).goesOn()) {
        Files.deleteIfExists(checkpoint(member));
      }
    }
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
    LOG.warn(
        "{}: its training cannot be kept, since {} cannot be written",
        task.id(),
        folder.orElseThrow());
    LOG.debug("its training cannot be kept", e);
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
