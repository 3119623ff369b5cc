/** The SQL engine: a session with its limits set, datasets as views, scripts by owner, datasets out. */
@NullMarked
package mx.abasto.common.sql;

import org.jspecify.annotations.NullMarked;
