/** Topics of a cluster: created or checked against their declaration, and probed before anybody writes. */
@NullMarked
package io.weir.messaging.topic;

import org.jspecify.annotations.NullMarked;
