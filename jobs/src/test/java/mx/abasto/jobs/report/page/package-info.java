@NullMarked
package mx.abasto.jobs.report.page;

import org.jspecify.annotations.NullMarked;
