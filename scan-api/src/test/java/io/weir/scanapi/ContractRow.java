package io.weir.scanapi;

import org.jspecify.annotations.Nullable;

/**
 * A row of the compatibility contract: something that clients rely on.
 *
 * @param id section of the wire protocol with a letter, or the id of the feature; several with a plus
 * @param what is promised, one line
 * @param check looks at it from the client's side; null where it is not built, or another module's
 * @param owner for a row without a check, why there is none
 */
record ContractRow(String id, String what, @Nullable Check check, String owner) {

    /** Looks at one promise. */
    @FunctionalInterface
    interface Check {
        void run(ContractApi api) throws Exception;
    }

    static ContractRow row(String id, String what, Check check) {
        return new ContractRow(id, what, check, "");
    }

    /** A promise that is not kept yet: it stands in the table, so that the number is honest. */
    static ContractRow notBuilt(String id, String what, String why) {
        return new ContractRow(id, what, null, "not built: " + why);
    }

    /** A promise that another module keeps and tests. */
    static ContractRow elsewhere(String id, String what, String module) {
        return new ContractRow(id, what, null, "see " + module);
    }
}
