package mx.abasto.jobs.run;

import java.io.IOException;
import java.util.List;
import mx.abasto.common.lake.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The finished steps of a run that stand on what has changed since: they have to run again when the run is resumed. */
@FunctionalInterface
public interface StaleSteps {
    Logger LOG = LoggerFactory.getLogger(StaleSteps.class);

    /** Their names, so that each stands only on those after it. */
    List<String> find() throws IOException;

    /** Says what has changed, a line for each; whether anything has. */
    static boolean tell(Run run, String what, List<String> changed) {
        changed.forEach(each ->
                LOG.warn("{}: {} has changed since it was read: {}; it is read again", run.label(), what, each));
        return !changed.isEmpty();
    }
}
