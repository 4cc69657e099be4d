/** The closed vocabularies of Weir: one enum per word, with its wire spelling. */
@NullMarked
package io.weir.schemas.word;

import org.jspecify.annotations.NullMarked;
