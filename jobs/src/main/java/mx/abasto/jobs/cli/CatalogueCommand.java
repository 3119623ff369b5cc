package mx.abasto.jobs.cli;

import mx.abasto.common.model.Language;
import mx.abasto.common.model.Settings;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.jobs.reconcile.Rule.Words;
import mx.abasto.jobs.reconcile.RuleCatalogue;

/** A command about the configured rules: needs no lake and no lock. */
abstract class CatalogueCommand extends AbastoCommand {
    @Override
    public final Integer call() {
        Settings settings = settings();
        try (TemporarySpill spill = TemporarySpill.make()) {
            EngineLimits limits = spill.limits(settings);
            show(RuleCatalogue.of(settings, limits), limits);
        }
        return DONE;
    }

    /** Prints what is asked of the catalogue. */
    abstract void show(RuleCatalogue catalogue, EngineLimits limits);

    /** A rule's text in a language. */
    static String in(Language language, Words words) {
        return language == Language.ES ? words.es() : words.en();
    }
}
