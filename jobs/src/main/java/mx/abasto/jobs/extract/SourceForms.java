package mx.abasto.jobs.extract;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.FileNaming;
import mx.abasto.common.model.Source;
import org.jspecify.annotations.Nullable;

/** How the files of each of a night's sources are written and named. */
final class SourceForms {
    private final Map<String, ExtractForm> forms = new HashMap<>();
    private final Map<String, FileNaming> namings = new HashMap<>();

    private SourceForms() {}

    /** Those of the configured sources, with the lookup files that the night landed. */
    static SourceForms of(NightRun run) throws IOException {
        Lookups lookups = Lookups.read(
                LookupLanding.folderIn(run.work().of(LandStep.NAME)),
                run.settings().sources());
        SourceForms all = new SourceForms();
        for (Source source : run.settings().sources()) {
            all.forms.put(source.name(), ExtractForm.of(source, lookups));
            all.namings.put(source.name(), FileNaming.of(source));
        }
        return all;
    }

    ExtractForm of(String source) {
        return required(forms.get(source), source);
    }

    FileNaming naming(String source) {
        return required(namings.get(source), source);
    }

    private static <T> T required(@Nullable T known, String source) {
        if (known == null) {
            throw AbastoException.failed(
                    "Files of the source %s were pulled for the night, but the configuration no longer has it. Put it back, or delete the night's work folder, and run the same command again."
                            .formatted(source));
        }
        return known;
    }
}
