package mx.abasto.jobs.report;

/**
 * A column of a sheet. Its header is the text {@code column.<name>}, what it means {@code meaning.<name>}.
 *
 * @param name of the dataset's column; one that is in both languages is named without its suffix
 * @param width in characters
 */
record SheetColumn(String name, ColumnKind kind, double width) {}
