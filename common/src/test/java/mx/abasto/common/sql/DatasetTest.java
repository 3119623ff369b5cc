package mx.abasto.common.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatasetTest {
    private static final Dataset SHELVES = Dataset.named("shelves")
            .with(ColumnType.STRING, "clues", "group")
            .with(ColumnType.DATE, "counted_on")
            .with(ColumnType.BIGINT, "pieces")
            .sortedBy("counted_on", "clues");

    @Test
    void itsColumnsAreDefinedInTheirOrderWithTheirTypes() {
        assertThat(SHELVES.columnDefinitions())
                .isEqualTo("\"clues\" VARCHAR, \"group\" VARCHAR, \"counted_on\" DATE, \"pieces\" BIGINT");
    }

    @Test
    void anyRelationConformsThroughCasts() {
        assertThat(SHELVES.conformingColumns())
                .startsWith("cast(\"clues\" as VARCHAR) as \"clues\", cast(\"group\" as VARCHAR) as \"group\"")
                .endsWith("cast(\"pieces\" as BIGINT) as \"pieces\"");
    }

    @Test
    void itsOrderIsTotal() {
        assertThat(SHELVES.totalOrder())
                .isEqualTo("\"counted_on\" nulls first, \"clues\" nulls first, \"group\" nulls first,"
                        + " \"pieces\" nulls first");
    }

    @Test
    void aColumnIsFoundByItsName() {
        assertThat(SHELVES.column("pieces")).contains(new Dataset.Column("pieces", ColumnType.BIGINT));
        assertThat(SHELVES.column("boxes")).isEmpty();
    }

    @Test
    void allColumnsOfAnotherDatasetAreTakenOver() {
        Dataset further = Dataset.named("further")
                .with(ColumnType.INTEGER, "revision")
                .withAllOf(SHELVES)
                .sortedBy("revision");

        assertThat(further.columns())
                .extracting(Dataset.Column::name)
                .containsExactly("revision", "clues", "group", "counted_on", "pieces");
    }

    @Test
    void sortingByAColumnThatItDoesNotHaveIsRefused() {
        Dataset.Builder builder = Dataset.named("shelves").with(ColumnType.STRING, "clues");

        assertThatThrownBy(() -> builder.sortedBy("clave"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shelves is sorted by clave, which it does not have");
    }
}
