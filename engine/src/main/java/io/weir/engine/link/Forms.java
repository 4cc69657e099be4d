package io.weir.engine.link;

import io.weir.schemas.event.Statement;
import io.weir.schemas.event.ToolCallScanned;

/**
 * The forms of what the session lane keeps whole.
 *
 * @param calls calls that may be judged again
 * @param statements what people have said
 */
public record Forms(Form<ToolCallScanned> calls, Form<Statement> statements) {}
