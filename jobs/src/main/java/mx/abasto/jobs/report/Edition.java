package mx.abasto.jobs.report;

import mx.abasto.common.lake.WeekRun;

/** A workbook's edition: which week's revision, for whom, in which language. */
record Edition(WeekRun run, Scope scope, Texts texts) {

    String title() {
        return texts.text("title") + " · " + scope.title(texts) + " · " + run.week();
    }

    String subtitle() {
        return texts.text("subtitle", run.week(), run.week().start(), run.week().end(), run.revision());
    }
}
