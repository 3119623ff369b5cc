package mx.abasto.common.sql;

/** The type of a dataset's column, by its name in the SQL engine. */
public enum ColumnType {
    STRING("VARCHAR"),
    BIGINT("BIGINT"),
    INTEGER("INTEGER"),
    BOOLEAN("BOOLEAN"),
    DATE("DATE"),
    /** A sum of pieces that may be beyond BIGINT. */
    PIECES("DECIMAL(38,0)"),
    /** A price of one piece. */
    PRICE("DECIMAL(14,4)"),
    /** Pieces times price. */
    MONEY("DECIMAL(38,4)"),
    /** Pieces a month, 3 decimals. */
    RATE_3("DECIMAL(38,3)"),
    /** Months, 2 decimals. */
    RATE_2("DECIMAL(38,2)"),
    /** A share, 4 decimals. */
    RATE_4("DECIMAL(38,4)"),
    /** Of an order: what is due when. */
    SCHEDULE("STRUCT(due_on DATE, quantity BIGINT)[]"),
    /** Of a discrepancy: the rows that show it. */
    EVIDENCE("STRUCT(file VARCHAR, sha256 VARCHAR, row_no BIGINT)[]"),
    /** Of a restated figure: the movements that made it, signed as they count in it. */
    MOVEMENTS("STRUCT(posting_date DATE, event_date DATE, kind VARCHAR, document_no VARCHAR, line_no BIGINT, "
            + "lot VARCHAR, quantity BIGINT, file VARCHAR, row_no BIGINT)[]");

    private final String sql;

    ColumnType(String sql) {
        this.sql = sql;
    }

    public String sql() {
        return sql;
    }
}
