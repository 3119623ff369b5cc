/** Places and the files in them: Hadoop's FileSystem behind a small interface. */
@NullMarked
package mx.abasto.common.files;

import org.jspecify.annotations.NullMarked;
