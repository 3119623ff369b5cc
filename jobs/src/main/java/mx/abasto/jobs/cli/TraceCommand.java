package mx.abasto.jobs.cli;

import java.util.List;
import mx.abasto.common.model.Settings;
import mx.abasto.jobs.story.LotTrace;
import mx.abasto.jobs.story.LotTracing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code trace}: a lot's way from its suppliers to prescriptions. */
@Command(
        name = "trace",
        abbreviateSynopsis = true,
        sortOptions = false,
        description = {
            "Where a lot came from, where it is, and whom it reached, over all published nights: a tree whose quantities"
                    + " add up at every fork, and what is unaccounted for.",
            "Patients appear by the numbers of their prescriptions. Lines without a lot are of the lot NO-LOT."
        },
        footer = {
            "",
            "Examples:",
            "  abasto trace --clave 010.000.0104.00 --lot 24R004402",
            "  abasto trace --clave 010.000.0104.00 --lot 24R004402 --all --language en"
        })
final class TraceCommand extends StoryCommand {
    private static final int PRESCRIPTIONS_SHOWN = 10;

    @Option(
            names = "--clave",
            paramLabel = "C",
            required = true,
            converter = Arguments.Key.class,
            description = "The supply.")
    private String clave = "";

    @Option(names = "--lot", paramLabel = "L", required = true, description = "Its lot, as extracts write it.")
    private String lot = "";

    @Option(
            names = "--all",
            description = "Every prescription. Default: the first " + PRESCRIPTIONS_SHOWN + " of each site.")
    private boolean isAllWanted;

    @Override
    void tell(LakeReader reader, Settings settings) {
        LotTrace trace = new LotTracing(reader.lake(), reader.session()).of(clave, lot);
        if (isJson()) {
            print(List.of(StoryJson.text(trace)));
            return;
        }
        int prescriptions = isAllWanted ? Integer.MAX_VALUE : PRESCRIPTIONS_SHOWN;
        print(new TraceText(trace, words(), width(), prescriptions).lines());
    }
}
