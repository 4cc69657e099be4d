package io.weir.engine.policy;

/** Where a judge gets the policies of a tenant, once for each call, so that they can change between calls. */
@FunctionalInterface
public interface PolicySource {

    /** Nobody has policies. */
    PolicySource NONE = tenant -> ActivePolicies.NONE;

    /** The policies of a tenant now. */
    ActivePolicies of(String tenant);
}
