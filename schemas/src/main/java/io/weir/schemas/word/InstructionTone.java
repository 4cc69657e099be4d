package io.weir.schemas.word;

/** How much the text around a value reads like an instruction to whoever reads it. */
public enum InstructionTone {
    /** The value is the object of an order to deliver something, such as "send it to ...". */
    ORDER,
    /**
     * Such an order, beside words that set themselves above the reader's task, such as "ignore previous instructions".
     */
    OVERRIDE
}
