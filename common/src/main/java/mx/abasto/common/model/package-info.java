/** What the field talks about: keys, codes, extracts, kinds of movement, weeks. */
@NullMarked
package mx.abasto.common.model;

import org.jspecify.annotations.NullMarked;
