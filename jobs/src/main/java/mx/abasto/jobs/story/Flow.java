package mx.abasto.jobs.story;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What went from one account to another over all nights, net of reversals.
 *
 * @param prescriptionNo which prescription, of pieces that went to a patient
 * @param pieces more than 0
 * @param firstOn the event date of the first
 */
record Flow(
        Account from, Account to, @Nullable String prescriptionNo, long pieces, LocalDate firstOn, LocalDate lastOn) {

    static Flow of(Row row) {
        Account from = new Account(Account.Kind.valueOf(row.text("from_account")), row.textOrNull("from_id"));
        Account to = new Account(Account.Kind.valueOf(row.text("to_account")), row.textOrNull("to_id"));
        long pieces = row.whole("pieces");
        boolean isBack = pieces < 0;
        return new Flow(
                isBack ? to : from,
                isBack ? from : to,
                row.textOrNull("prescription_no"),
                Math.abs(pieces),
                row.day("first_on"),
                row.day("last_on"));
    }
}
