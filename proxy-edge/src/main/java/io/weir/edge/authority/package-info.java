/** The certificate authority of one gateway, for reading what agents send by HTTPS. */
@NullMarked
package io.weir.edge.authority;

import org.jspecify.annotations.NullMarked;
