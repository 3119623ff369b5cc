package mx.abasto.jobs.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The source's folders, and which of their files earlier nights have taken. */
final class Inbox {

    private final Path extracts;
    private final int lookbackDays;
    private final Set<String> taken = new HashSet<>();

    Inbox(Path extracts, int lookbackDays) {
        this.extracts = extracts;
        this.lookbackDays = lookbackDays;
    }

    /** Every contract file of the last folders that no night has taken and that is not for a later night. */
    List<Landed> take(LocalDate night) throws IOException {
        List<Landed> files = new ArrayList<>();
        for (int back = lookbackDays; back >= 0; back--) {
            LocalDate folder = night.minusDays(back);
            Path path = extracts.resolve(folder.toString());
            if (!Files.isDirectory(path)) {
                continue;
            }
            try (Stream<Path> list = Files.list(path)) {
                for (Path file : list.filter(Files::isRegularFile).toList()) {
                    Optional<FileName> name = FileName.parse(String.valueOf(file.getFileName()));
                    boolean isDue = name.isPresent() && !name.get().date().isAfter(night);
                    if (isDue && taken.add(folder + "/" + name.get().name())) {
                        files.add(new Landed(name.get(), folder, Files.readAllBytes(file)));
                    }
                }
            }
        }
        files.sort(Landed.TAKING_ORDER);
        return files;
    }
}
