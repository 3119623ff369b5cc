package mx.abasto.jobs.report;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without it, a workbook whose seventeenth write fails is compressed for ever. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PatientFileTest {
    private static final int ROWS = 3000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17, 18, 25})
    void aWorkbookWhoseFileFailsOnceComesToAnEndAndSaysWhy(int failingWrite) {
        assertThatThrownBy(() -> write(new FailingOnce(failingWrite)))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    private static void write(OutputStream to) throws IOException {
        try (PatientFile file = new PatientFile(to);
                Workbook workbook = new Workbook(file, "Abasto", null)) {
            workbook.setCompressionLevel(0);
            Worksheet sheet = workbook.newWorksheet("one");
            for (int row = 0; row < ROWS; row++) {
                sheet.value(row, 0, "x" + row + "y".repeat(50));
            }
        }
    }

    private static final class FailingOnce extends OutputStream {
        private final int failingWrite;
        private int writes;

        FailingOnce(int failingWrite) {
            this.failingWrite = failingWrite;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            writes++;
            if (writes == failingWrite) {
                throw new IOException("No space left on device");
            }
        }
    }
}
