/** What a week says to people: the workbook and the page (contract section 5, weekly). */
@NullMarked
package mx.abasto.jobs.report;

import org.jspecify.annotations.NullMarked;
