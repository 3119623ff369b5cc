package mx.abasto.jobs.report.page;

/** A named figure, and what is to be known of it. */
record Fact(String label, String value, String note) {}
