package mx.abasto.common.model;

import static java.util.Objects.requireNonNull;

/** Where a contract column of a foreign file comes from (contract section 3, profiles). */
public sealed interface ColumnOrigin {

    /** A column of the file. Headers are compared without case and white space. */
    record Header(String name) implements ColumnOrigin {
        public Header {
            requireNonNull(name, "name is null");
        }
    }

    /** The same text in every row. */
    record Constant(String text) implements ColumnOrigin {
        public Constant {
            requireNonNull(text, "text is null");
        }
    }

    /**
     * What a lookup file says of the text in a column of the file.
     *
     * @param file a CSV file of the reference folder, or of the configuration's own
     * @param from the column of the file whose text is looked up
     */
    record Lookup(String file, String from) implements ColumnOrigin {
        public Lookup {
            requireNonNull(file, "file is null");
            requireNonNull(from, "from is null");
        }
    }

    /** The row's number, 1 = the first data row. */
    record RowNumber() implements ColumnOrigin {}

    /**
     * A part of the file's name.
     *
     * @param part {@code who}, {@code date} or {@code seq}; else a regular expression, whose first group it is
     */
    record FileNamePart(String part) implements ColumnOrigin {
        public FileNamePart {
            requireNonNull(part, "part is null");
        }
    }

    /** An SQL expression over the columns of the file: trimmed texts, NULL where empty, named as in its header. */
    record Expression(String sql) implements ColumnOrigin {
        public Expression {
            requireNonNull(sql, "sql is null");
        }
    }
}
