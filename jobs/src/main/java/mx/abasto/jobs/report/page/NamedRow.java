package mx.abasto.jobs.report.page;

import java.util.List;

/** A row of a small table: its name and its figures. */
record NamedRow(String name, List<String> values) {}
