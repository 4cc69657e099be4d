package io.weir.scanapi.oidc;

import io.weir.schemas.word.Role;

/**
 * Whom the provider names.
 *
 * @param subject the provider and its id of the person, which never changes
 * @param name for records that people read
 * @param role what the person is there for
 */
public record Person(String subject, String name, Role role) {}
