package mx.abasto.jobs.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A workbook as another library reads it: each cell as text, a number by the digits in the file, a date as ISO. */
final class ReadWorkbook implements AutoCloseable {
    private final XSSFWorkbook workbook;

    ReadWorkbook(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            workbook = new XSSFWorkbook(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<String> sheetNames() {
        List<String> names = new ArrayList<>();
        workbook.forEach(sheet -> names.add(sheet.getSheetName()));
        return names;
    }

    XSSFSheet sheet(String name) {
        return workbook.getSheet(name);
    }

    /** The rows of a sheet from one on, each with so many cells; an empty cell is {@code null} as text. */
    List<List<String>> rows(String sheet, int first, int columns) {
        List<List<String>> rows = new ArrayList<>();
        XSSFSheet read = sheet(sheet);
        for (int row = first; row <= read.getLastRowNum(); row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                Row there = read.getRow(row);
                cells.add(text(there == null ? null : there.getCell(column)));
            }
            rows.add(cells);
        }
        return rows;
    }

    /** Whether a cell holds a number that is no date. */
    boolean isNumber(String sheet, int row, int column) {
        Row there = sheet(sheet).getRow(row);
        Cell cell = there == null ? null : there.getCell(column);
        return cell != null && cell.getCellType() == CellType.NUMERIC && !DateUtil.isCellDateFormatted(cell);
    }

    /** A cell's text; rows and columns from 0. */
    String text(String sheet, int row, int column) {
        Row there = sheet(sheet).getRow(row);
        return text(there == null ? null : there.getCell(column));
    }

    static String text(@Nullable Cell cell) {
        if (cell == null || cell.getCellType() == CellType.BLANK) {
            return "null";
        }
        return switch (cell.getCellType()) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell)
                        ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
                        : plain(((XSSFCell) cell).getRawValue());
            default -> throw new AssertionError(cell.getAddress() + " is a " + cell.getCellType());
        };
    }

    /** A number without its trailing zeros. */
    static String plain(String number) {
        BigDecimal value = new BigDecimal(number);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
