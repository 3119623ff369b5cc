/** The week as one page that a browser shows without a network: {@code inventory.html}. */
@NullMarked
package mx.abasto.jobs.report.page;

import org.jspecify.annotations.NullMarked;
