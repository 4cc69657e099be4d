/** Made-up content that looks like what agents read: people, minutes, settings, keys. */
@NullMarked
package io.weir.testkit.technique.content;

import org.jspecify.annotations.NullMarked;
