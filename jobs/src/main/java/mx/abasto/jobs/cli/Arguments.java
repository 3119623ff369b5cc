package mx.abasto.jobs.cli;

import java.time.LocalDate;
import java.util.Locale;
import mx.abasto.common.model.CalendarDate;
import mx.abasto.common.model.Clave;
import mx.abasto.common.model.Clues;
import mx.abasto.common.model.IsoWeek;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Words of the command line as values. What is none is a usage error that says how to write one. */
final class Arguments {
    private Arguments() {}

    static long whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException failure) {
            throw new TypeConversionException("'" + text + "' is not a whole number");
        }
    }

    static int integer(String text) {
        try {
            return Math.toIntExact(whole(text));
        } catch (ArithmeticException failure) {
            throw new TypeConversionException("'" + text + "' is too large");
        }
    }

    static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return CalendarDate.parse(text);
            } catch (IllegalArgumentException failure) {
                throw new TypeConversionException(failure.getMessage());
            }
        }
    }

    static final class Week implements ITypeConverter<IsoWeek> {
        @Override
        public IsoWeek convert(String text) {
            try {
                return IsoWeek.parse(text);
            } catch (IllegalArgumentException failure) {
                throw new TypeConversionException(failure.getMessage());
            }
        }
    }

    static final class State implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (States.prefixOf(text).isEmpty()) {
                throw new TypeConversionException(
                        "'" + text + "' is not a state; write its INEGI code, 01 to 32, such as 20 for Oaxaca");
            }
            return text;
        }
    }

    static final class Site implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            String clues = text.toUpperCase(Locale.ROOT);
            if (!Clues.isWellFormed(clues)) {
                throw new TypeConversionException(
                        "'" + text + "' is not a CLUES; write 5 letters and 6 digits, such as OCIMB000012");
            }
            return clues;
        }
    }

    static final class Key implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!Clave.isWellFormed(text)) {
                throw new TypeConversionException(
                        "'" + text + "' is not a clave; write it with its points, such as 010.000.0104.00");
            }
            return text;
        }
    }

    /** A word of the lake, which are all written in capitals. */
    static final class Capitals implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return text.toUpperCase(Locale.ROOT);
        }
    }
}
