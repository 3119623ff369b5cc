package mx.abasto.jobs.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void aFileHasNoCancelledColumnWhileNothingIsTakenBack() throws IOException {
        Table table = new Table("a,b");
        table.add("one, two", null);

        assertThat(written(table)).isEqualTo("a,b\n\"one, two\",\n");
    }

    @Test
    void aCancelledRowGivesEveryRowTheColumn() throws IOException {
        Table table = new Table("a,b");
        table.add(1, 2);
        table.cancel(3, 4);
        table.add(5, null);

        assertThat(written(table)).isEqualTo("a,b,cancelled\n1,2,false\n3,4,true\n5,,false\n");
        assertThat(table.rows()).isEqualTo(3);
    }

    private String written(Table table) throws IOException {
        table.write(folder.resolve("table.csv"));
        return Files.readString(folder.resolve("table.csv"));
    }
}
