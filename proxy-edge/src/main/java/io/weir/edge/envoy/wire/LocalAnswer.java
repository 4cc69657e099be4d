package io.weir.edge.envoy.wire;

import com.google.protobuf.ByteString;
import org.eclipse.jetty.http.HttpFields;

/**
 * What the agent gets in place of the upstream's answer.
 *
 * @param status of HTTP
 * @param headers of the answer
 * @param body of the answer, in UTF-8
 */
public record LocalAnswer(int status, HttpFields headers, ByteString body) {}
