package io.weir.engine.destination;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.payload.Leaf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberRolesTest {

    private final MemberRoles roles = new MemberRoles();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recipient         | ADDRESS",
                "toRecipients      | ADDRESS",
                "recipient_email   | ADDRESS",
                "user-id           | ADDRESS",
                "group_id          | CHANNEL",
                "to_account        | ACCOUNT",
                "destinationIban   | ACCOUNT",
                "callback_uri      | URL",
                "repository_name   | PLACE",
                "projectId         | PLACE",
                "message           | CONTENT"
            })
    void readsNamesThatArePutTogether(String member, DestinationRole role) {
        assertThat(roleOf("/body/" + member, member)).isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource({"account_id", "email_id", "message_id", "from_account", "name_list", "id", "to_do", "colour"})
    void leavesNamesThatSayNothingOfTheOtherSide(String member) {
        assertThat(roleOf("/body/" + member, member)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "/body/recipients/0/value              | value   | ADDRESS",
                "/body/message/to/0/emailAddress/address | address | ADDRESS",
                "/body/channel/id                      | id      | CHANNEL",
                "/body/payload/value                   | value   | CONTENT",
                "/body/recipients/0/type               | type    | none",
                "/body/value                           | value   | CONTENT",
                "/body/0/value                         | value   | CONTENT"
            })
    void goesByTheMemberAroundAValueWithoutAName(String address, String member, @Nullable DestinationRole role) {
        assertThat(roleOf(address, member)).isEqualTo(role);
    }

    private @Nullable DestinationRole roleOf(String address, String member) {
        return roles.of(new Leaf(address, member, "x"));
    }
}
