package io.github.archrm.submit.command;

import io.github.archrm.submit.kaggle.KagglePackage;
import io.github.archrm.submit.runtime.Application;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.train.Trunk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Packs the running application, with all that it needs, into one file. */
@Command(
    name = "package",
    description = "Pack arc-hrm and its Java into one file for Kaggle.",
    optionListHeading = "%nOptions:%n",
    footerHeading =
        "%nThe file holds the application, its native libraries, a Java runtime made of%n"
            + "the JDK that runs this, and the trunk. It runs on this machine's platform where%n"
            + "there is no Java and no network:%n%n"
            + "  tar -xzf arc-hrm.tar.gz -C /tmp && /tmp/arc-hrm/bin/arc-hrm submit%n%nExamples:%n",
    footer = {
      "  arc-hrm package --out arc-hrm.tar.gz",
      "  arc-hrm package --out arc-hrm.tar.gz --trunk trunk.safetensors"
    })
public final class PackageCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "arc-hrm.tar.gz",
      description = "Where it goes: a .tar.gz, or a plain .tar (default ${DEFAULT-VALUE}).")
  Path out;

  @Option(
      names = "--trunk",
      paramLabel = "FILE",
      description = "A trunk to take along; it goes to the folder arc-hrm/trunk.")
  Path trunk;

  @Override
  public Integer call() throws IOException {
    Application application =
        Application.running()
            .orElseThrow(
                () -> new UserMistake("package: only an application with bin and lib can do it"));
    if (trunk != null) {
      Trunk.read(trunk).requireSound();
    }
    if (application.isPackage()) {
      throw new UserMistake("package: " + application.home() + " is a package already");
    }
    if (!System.getProperty("os.name").equals("Linux")) {
      throw new UserMistake("package: made on Linux only");
    }
    new KagglePackage(application, Optional.ofNullable(trunk)).write(out);
    System.out.printf(
        Locale.ROOT,
        "%s: %.0f MB, for Linux on %s, with Java %s%n",
        out,
        Files.size(out) / 1e6,
        System.getProperty("os.arch"),
        Runtime.version().feature());
    return 0;
  }
}
